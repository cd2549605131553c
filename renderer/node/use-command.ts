import { useCallback, useRef, useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import { useNode } from './node-context.tsx'
import { refusalIn } from './refusal-in.ts'

type Groups = Omit<Client, 'live'>
type InputOf<F> = F extends (input: infer I, ...rest: never[]) => unknown ? I : never
type AnswerOf<F> = F extends (...args: never[]) => Promise<infer O> ? O : never

export interface Command<I, O> {
  /** What came of it; undefined where it was refused or failed, and `refusal` or `error` says why. */
  run(input: I): Promise<O | undefined>
  readonly isPending: boolean
  readonly refusal: Refusal | null
  readonly error: Error | null
  /** The person stopped it. */
  readonly isStopped: boolean
  reset(): void
  /** Waits for it no longer: the node is told to stop, and nothing more is heard of it. */
  stop(): void
}

type State = Pick<Command<never, never>, 'isPending' | 'refusal' | 'error' | 'isStopped'>
const QUIET: State = { isPending: false, refusal: null, error: null, isStopped: false }

type Ask<O> = (input: unknown, options: { signal: AbortSignal }) => Promise<O>

/** Something a person does: `useCommand('response', 'consent')`. Never sent twice by itself, also not over a broken wire. */
export function useCommand<G extends keyof Groups, P extends keyof Groups[G] & string>(
  group: G,
  procedure: P,
): Command<InputOf<Groups[G][P]>, AnswerOf<Groups[G][P]>> {
  const node = useNode()
  const [state, setState] = useState(QUIET)
  const running = useRef<AbortController | null>(null)
  const run = useCallback(
    async (input: InputOf<Groups[G][P]>) => {
      setState({ ...QUIET, isPending: true })
      const stop = new AbortController()
      running.current = stop
      try {
        const ask = (node as Groups)[group][procedure] as Ask<AnswerOf<Groups[G][P]>>
        const answer = await ask(input, { signal: stop.signal })
        setState(QUIET)
        return answer
      } catch (error) {
        if (stop.signal.aborted) return undefined
        const refusal = refusalIn(error)
        setState({ ...QUIET, refusal, error: refusal === null ? (error as Error) : null })
        return undefined
      }
    },
    [node, group, procedure],
  )
  const reset = useCallback(() => setState(QUIET), [])
  const stop = useCallback(() => {
    running.current?.abort()
    setState({ ...QUIET, isStopped: true })
  }, [])
  return { run, ...state, reset, stop }
}
