import type { AnyContractProcedure, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { ErrorMap, Meta } from '@orpc/contract'
import type { Outcome } from '../domain/refusal.ts'
import type { Procedures } from './contract.ts'

/** `signal` is aborted when the client goes away or gives up; what waits should then stop. */
export type Call = {
  readonly signal?: AbortSignal | undefined
  /** A live question asked anew because something changed: nobody turned to it now. */
  readonly isAgain?: boolean
}

export type InputOf<P> =
  P extends ContractProcedure<infer I, infer _O, ErrorMap, infer _M extends Meta> ? InferSchemaOutput<I> : never
export type OutputOf<P> =
  P extends ContractProcedure<infer _I, infer O, ErrorMap, infer _M extends Meta> ? InferSchemaInput<O> : never

/** What stands behind one procedure. Its input has been parsed with the contract; "no" is a value, a throw is a fault. */
export type Handler<P extends AnyContractProcedure> = (input: InputOf<P>, call: Call) => Promise<Outcome<OutputOf<P>>>
export type Handlers = {
  readonly [G in keyof Procedures]: {
    readonly [P in keyof Procedures[G]]: Procedures[G][P] extends AnyContractProcedure
      ? Handler<Procedures[G][P]>
      : never
  }
}

/** Something may look different now: in one circle, or (null) in the node itself. */
export type Change = { readonly circle: string | null }

/** What a node implements; everything in `src/api` and every client is made from it. */
export type NodePort = Handlers & {
  /** From the moment of the call until `signal` aborts; may merge several changes into one. */
  readonly changes: (signal: AbortSignal) => AsyncIterable<Change>
}

/** What answers for the program in which the node runs; `changed` makes followers of its queries look again. */
export type HostProgram = (changed: () => void) => NodePort['program']

/** A node running on a data folder inside this process. */
export type Backend = {
  readonly commands: NodePort
  /** The node of somebody who came without a device and has a key of their own on this one, by their local name. */
  readonly at: (beside: string) => Promise<Outcome<NodePort>>
  readonly close: () => Promise<void>
  /** The machine goes to sleep (true) or woke up; without it the node learns so by itself, later. */
  readonly sleep?: (asleep: boolean) => Promise<void>
}

/**
 * Opens the data folder and starts the node on it, silent on the network. Refuses at once, without waiting, with
 * `store-busy` where another process holds the store; also `store-damaged`, `store-copied`, `newer-version`,
 * `disk-full`. A folder that is not there yet is made.
 */
export type OpenBackend = (dir: string) => Promise<Outcome<Backend>>
