import type { CircleEvent } from '../domain/event.ts'

/**
 * Each log is one chain: an event counts only where it follows one that counted from the same log before. Two may follow
 * the same one: that a device said two things at one place is for the circle to know (E8).
 */
export type Chains = {
  /** To be called for every place of a log, in its order; true where its event continues the chain. */
  take(writer: string, position: number, event: CircleEvent | undefined): boolean
  /** The newest place taken from that log; 0 for none. */
  lastPosition(writer: string): number
}

type Chain = { position: number; readonly sequences: Map<string, number> }

export function createChains(): Chains {
  const chains = new Map<string, Chain>()
  return {
    take(writer, position, event) {
      const chain = chains.get(writer) ?? { position, sequences: new Map() }
      chains.set(writer, chain)
      chain.position = position
      if (event === undefined || chain.sequences.has(event.id)) return false
      const before = event.prev === null ? 0 : chain.sequences.get(event.prev)
      if (before !== event.seq - 1) return false
      chain.sequences.set(event.id, event.seq)
      return true
    },
    lastPosition: (writer) => chains.get(writer)?.position ?? 0,
  }
}
