import { type AnyContractProcedure, ContractProcedure, eventIterator } from '@orpc/contract'
import type { AsyncIteratorClass, ErrorMap, Schema } from '@orpc/contract'

type Groups = Readonly<Record<string, Readonly<Record<string, AnyContractProcedure>>>>
type Kind = { kind: 'query' | 'command' }

/** The same question, asked once and answered again at every change. */
type Live<P> =
  P extends ContractProcedure<infer I, Schema<infer In, infer Out>, infer E extends ErrorMap, infer M>
    ? ContractProcedure<I, Schema<AsyncIteratorObject<In, unknown, void>, AsyncIteratorClass<Out, unknown, void>>, E, M>
    : never
type IsQuery<P> = P extends { '~orpc': { meta: { kind: 'query' } } } ? true : false
type LiveGroup<G> = { [K in keyof G as IsQuery<G[K]> extends true ? K : never]: Live<G[K]> }
export type LiveTwins<T> = { [G in keyof T as keyof LiveGroup<T[G]> extends never ? never : G]: LiveGroup<T[G]> }

export function isQuery(procedure: AnyContractProcedure): boolean {
  return (procedure['~orpc'].meta as Kind).kind === 'query'
}

/** A live twin for every query, so that a new query needs no plumbing. */
export function liveTwins<T extends Groups>(groups: T): LiveTwins<T> {
  const twins = Object.entries(groups).map(([name, group]) => [name, liveGroup(group)] as const)
  return Object.fromEntries(twins.filter(([, group]) => Object.keys(group).length > 0)) as LiveTwins<T>
}

function liveGroup(group: Groups[string]): Record<string, AnyContractProcedure> {
  const queries = Object.entries(group).filter(([, procedure]) => isQuery(procedure))
  return Object.fromEntries(queries.map(([name, procedure]) => [name, liveTwin(procedure)]))
}

function liveTwin(procedure: AnyContractProcedure): AnyContractProcedure {
  const { outputSchema, ...rest } = procedure['~orpc']
  return new ContractProcedure({ ...rest, outputSchema: outputSchema && eventIterator(outputSchema) })
}
