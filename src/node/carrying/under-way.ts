import type { Call } from '../../api/node-port.ts'
import { goOn, type Watch } from '../../network/stick/watch.ts'
import type { RunningNode } from '../node.ts'

export type Work = 'export' | 'import' | 'stick' | 'answer' | 'come-in' | 'update'
type Told = { readonly work: Work; readonly place: string; done: number }

/** What a node reads or writes for long: how far it is, and how it is stopped, also when the node ends meanwhile. */
export class UnderWay {
  readonly #told = new Set<Told>()
  readonly #ends = new Set<Promise<unknown>>()
  readonly #closing = new AbortController()

  constructor(node: RunningNode) {
    node.closesFirst(async () => {
      this.#closing.abort()
      // What was written half is away before the node is.
      await Promise.all(this.#ends)
    })
  }

  /** `done` from 0 to 1. */
  list(): readonly Readonly<Told>[] {
    return [...this.#told]
  }

  /** Ends with `stopped` where its caller, or the node, ends first. */
  async during<T>(work: Work, place: string, { signal }: Call, does: (watch: Watch) => Promise<T>): Promise<T> {
    const stop = AbortSignal.any([this.#closing.signal, ...(signal === undefined ? [] : [signal])])
    // The node may be closing already, and would not wait for what only begins now.
    goOn({ signal: stop })
    const told: Told = { work, place, done: 0 }
    this.#told.add(told)
    const doing = does({ signal: stop, tell: (done, of) => (told.done = of === 0 ? 0 : Math.min(1, done / of)) })
    const end = doing.catch(() => undefined)
    this.#ends.add(end)
    try {
      return await doing
    } finally {
      this.#told.delete(told)
      this.#ends.delete(end)
    }
  }
}

const known = new WeakMap<RunningNode, UnderWay>()

export function underWayOf(node: RunningNode): UnderWay {
  const here = known.get(node) ?? new UnderWay(node)
  known.set(node, here)
  return here
}
