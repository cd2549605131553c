import { AsyncIteratorClass } from '@orpc/contract'
import type { NodePort } from './node-port.ts'

/**
 * A snapshot at once, then a new one whenever a change makes it differ; however many changes come while one is being
 * made, one more is made. Ends when `signal` aborts or the reader leaves, also in the middle of a wait.
 */
export function liveAnswers<T>(
  ask: (isAgain: boolean) => Promise<T>,
  changes: NodePort['changes'],
  signal?: AbortSignal,
) {
  const left = new AbortController()
  const ended = signal ? AbortSignal.any([signal, left.signal]) : left.signal
  const bell = bellOf(changes(ended), ended)
  let last: string | undefined
  const next = async () => {
    for (;;) {
      if (last !== undefined && !(await bell.rung())) return { done: true, value: undefined } as const
      const value = await ask(last !== undefined)
      const text = JSON.stringify(value)
      if (text === last) continue
      last = text
      return { done: false, value } as const
    }
  }
  return new AsyncIteratorClass<T, undefined, void>(next, async () => left.abort())
}

/** Remembers that something happened until somebody asks; false once there will be nothing more. */
function bellOf(changes: AsyncIterable<unknown>, ended: AbortSignal) {
  const state = { rung: false, over: ended.aborted, fault: undefined as Error | undefined, wake: () => {} }
  const end = () => {
    state.over = true
    state.wake()
  }
  const listen = async () => {
    for await (const change of changes) {
      state.rung ||= change !== undefined
      state.wake()
    }
  }
  ended.addEventListener('abort', end, { once: true })
  listen()
    .catch((fault: unknown) => (state.fault = new Error('the changes of the node broke off', { cause: fault })))
    .finally(end)
  return {
    async rung(): Promise<boolean> {
      if (!state.rung && !state.over) await new Promise<void>((wake) => (state.wake = wake))
      if (state.fault !== undefined && !ended.aborted) throw state.fault
      const answer = state.rung && !ended.aborted
      state.rung = false
      return answer
    },
  }
}
