import type { CircleEvent } from '../domain/event.ts'

/** Each log is one chain: an event counts only as the next after the last that counted from the same log. */
export type Chains = {
  /** To be called for every place of a log, in its order; true where its event continues the chain. */
  take(writer: string, position: number, event: CircleEvent | undefined): boolean
  /** The newest place taken from that log; 0 for none. */
  lastPosition(writer: string): number
}

type End = { position: number; seq: number; id: string | null }

export function createChains(): Chains {
  const ends = new Map<string, End>()
  return {
    take(writer, position, event) {
      const end = ends.get(writer) ?? { position: 0, seq: 0, id: null }
      const follows = event !== undefined && event.seq === end.seq + 1 && event.prev === end.id
      ends.set(writer, follows ? { position, seq: event.seq, id: event.id } : { ...end, position })
      return follows
    },
    lastPosition: (writer) => ends.get(writer)?.position ?? 0,
  }
}
