import Protomux from 'protomux'
import type { Duplex } from 'node:stream'

/** Keeps what we say to peers back while something is written that may not be offered yet. */
export type Hold = {
  watch(stream: Duplex): void
  /** Holds every connection, also those that come meanwhile, until the returned release is called. */
  begin(): () => void
  /** Ends every connection: nothing that is held gets out. */
  cut(): void
  size(): number
}

export function holdBlocks(): Hold {
  const streams = new Map<Duplex, Protomux>()
  let holding = 0
  return {
    watch(stream) {
      const mux = Protomux.from((stream as Duplex & { noiseStream: Duplex }).noiseStream)
      streams.set(stream, mux)
      if (holding > 0) mux.cork()
      stream.once('close', () => streams.delete(stream))
    },
    begin() {
      if (holding === 0) for (const mux of streams.values()) mux.cork()
      holding += 1
      return () => {
        holding -= 1
        if (holding === 0) for (const mux of streams.values()) mux.uncork()
      }
    },
    cut() {
      for (const stream of streams.keys()) stream.destroy()
      streams.clear()
    },
    size: () => streams.size,
  }
}
