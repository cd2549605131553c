import type { AnyContractProcedure } from '@orpc/contract'
import { implement, ORPCError, type Router } from '@orpc/server'
import type { Outcome, Refusal } from '../domain/refusal.ts'
import { contract, procedures } from './contract.ts'
import { liveAnswers } from './live-answers.ts'
import { isQuery } from './contract/live.ts'
import type { Call, NodePort } from './node-port.ts'

export type ApiRouter = Router<typeof contract, object>
/** Told of what broke inside a handler; the client learns only that something did. */
export type OnFault = (fault: unknown, procedure: string) => void

type AnyHandler = (input: unknown, call: Call) => Promise<Outcome<unknown>>
type Answering = { input: unknown; signal?: AbortSignal | undefined; errors: { REFUSED: (of: object) => Error } }
type AnyBuilder = { handler: (answer: (call: Answering) => unknown) => object }
type ByGroup<T> = Readonly<Record<string, Readonly<Record<string, T>>>>

/** The whole API over one node, made from the contract alone: adding a procedure needs nothing here. */
export function createRouter(node: NodePort, onFault: OnFault = () => {}): ApiRouter {
  const build = implement(contract)
  const handlers = node as unknown as ByGroup<AnyHandler>
  const plain = build as unknown as ByGroup<AnyBuilder>
  const live = build.live as unknown as ByGroup<AnyBuilder>
  const router: Record<string, Record<string, object>> = {}
  const twins: Record<string, Record<string, object>> = {}
  for (const [group, name, procedure] of everyProcedure()) {
    const ask = (call: Answering, isAgain = false) => answer(group, name, call, isAgain)
    ;(router[group] ??= {})[name] = plain[group]![name]!.handler((call) => ask(call))
    if (!isQuery(procedure)) continue
    const follow = (call: Answering) => liveAnswers((isAgain) => ask(call, isAgain), node.changes, call.signal)
    ;(twins[group] ??= {})[name] = live[group]![name]!.handler(follow)
  }
  return { ...router, live: twins } as unknown as ApiRouter

  async function answer(group: string, name: string, call: Answering, isAgain: boolean): Promise<unknown> {
    const { input, signal, errors } = call
    const outcome = await handlers[group]![name]!(input, { signal, isAgain }).catch((fault: unknown) => {
      if (signal?.aborted !== true) onFault(fault, `${group}.${name}`)
      throw fault
    })
    if (outcome.ok) return outcome.value
    throw errors.REFUSED({ message: outcome.refusal.code, data: outcome.refusal })
  }
}

/** The refusal inside what a client's call threw; undefined where it was something else. */
export function refusalIn(error: unknown): Refusal | undefined {
  return error instanceof ORPCError && error.code === 'REFUSED' ? (error.data as Refusal) : undefined
}

function everyProcedure(): [group: string, name: string, AnyContractProcedure][] {
  const groups = Object.entries<Readonly<Record<string, AnyContractProcedure>>>(procedures)
  return groups.flatMap(([group, members]) =>
    Object.entries(members).map(([name, procedure]): [string, string, AnyContractProcedure] => [
      group,
      name,
      procedure,
    ]),
  )
}
