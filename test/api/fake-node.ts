import type { Handlers, NodePort } from '../../src/api/node-port.ts'
import { accept, refuse } from '../../src/domain/refusal.ts'

export type Circle = { circle: string; name: string; aim: string; practice: false; members: number; state: 'forming' }

/** A node with just enough behind it to watch the API work: circles by name, a wait, and a counter of open followers. */
export function fakeNode() {
  const circles: Circle[] = []
  const seen = { handled: 0, following: 0, waiting: 0 }
  const bells = new Set<() => void>()
  const ring = () => bells.forEach((bell) => bell())
  const handlers = {
    circle: {
      create: async ({ name, aim }) => {
        seen.handled += 1
        if (name === 'taken') return refuse('ambiguous', { name, choices: ['a', 'b'] })
        if (name === 'broken') throw new Error('the disk is on fire')
        circles.push({ circle: String(circles.length + 1), name, aim, practice: false, members: 1, state: 'forming' })
        ring()
        return accept({ circle: String(circles.length) })
      },
      list: async () => accept([...circles]),
    },
    join: {
      wait: async (_input, { signal }) => {
        seen.waiting += 1
        await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
        seen.waiting -= 1
        ring()
        return refuse('not-joined-yet')
      },
    },
  } satisfies { [G in keyof Handlers]?: Partial<Handlers[G]> } & object
  async function* changes(signal: AbortSignal) {
    const state = { rung: false, wake: () => {} }
    const bell = () => {
      state.rung = true
      state.wake()
    }
    bells.add(bell)
    signal.addEventListener('abort', bell)
    seen.following += 1
    try {
      while (!signal.aborted) {
        if (!state.rung) await new Promise<void>((wake) => (state.wake = wake))
        state.rung = false
        yield { circle: null }
      }
    } finally {
      seen.following -= 1
      bells.delete(bell)
    }
  }
  return { node: { ...handlers, changes } as unknown as NodePort, circles, seen, ring }
}
