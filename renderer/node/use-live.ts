import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Client } from '../../src/api/client.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import { useNode } from './node-context.tsx'
import { refusalIn } from './refusal-in.ts'

type Live = Client['live']
type Asking = (input: never, options: { signal: AbortSignal }) => Promise<AsyncIterable<unknown>>
type InputOf<F> = F extends (input: infer I, ...rest: never[]) => unknown ? I : never
type AnswerOf<F> = F extends (...args: never[]) => Promise<AsyncIterable<infer O>> ? O : never

const LOOK_AGAIN_MS = 2_000

export interface LiveAnswer<T> {
  /** The newest answer; stays while a broken wire is being mended. */
  readonly data: T | undefined
  readonly isLoading: boolean
  readonly refusal: Refusal | null
  readonly error: Error | null
  readonly retry: () => void
}

/** A question to the node that answers anew whenever the answer would differ: `useLive('circle', 'show', { circle })`. */
export function useLive<G extends keyof Live, Q extends keyof Live[G] & string>(
  group: G,
  query: Q,
  input: InputOf<Live[G][Q]>,
): LiveAnswer<AnswerOf<Live[G][Q]>> {
  const node = useNode()
  const queries = useQueryClient()
  const queryKey = [group, query, input]
  const result = useQuery({
    queryKey,
    async queryFn({ signal }) {
      const ask = node.live[group][query] as Asking
      let last: unknown = null
      for await (const answer of await ask(input as never, { signal })) {
        last = answer
        queries.setQueryData(queryKey, answer)
      }
      // A stream ends only when its wire does: failing makes it start again.
      if (!signal.aborted) throw new Error('the wire broke')
      return last
    },
    // The answers stay for a while after their page was left; they go on living only if they are asked for anew.
    refetchOnMount: 'always',
    retry: (_count, error) => refusalIn(error) === null,
    // What was shown and is refused now may be so for a moment only: while a circle is being put in order anew.
    refetchInterval: ({ state }) => (state.error !== null && state.data !== undefined ? LOOK_AGAIN_MS : false),
    retryDelay: (count) => Math.min(250 * 2 ** count, 5_000),
  })
  return {
    data: result.data as AnswerOf<Live[G][Q]> | undefined,
    isLoading: result.data === undefined && result.error === null,
    refusal: result.error === null ? null : refusalIn(result.error),
    error: result.error,
    retry: () => void result.refetch(),
  }
}
