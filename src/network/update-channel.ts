import c from 'compact-encoding'
import Protomux, { type Channel } from 'protomux'
import type { Duplex } from 'node:stream'

export type UpdateHandlers = {
  /** What this side offers: the head of an update's file; null for nothing. */
  readonly offered: () => Uint8Array | null
  /** Bytes of the offered file, so many at most from there on; null where it is offered no more. */
  readonly read: (at: number, size: number) => Promise<Uint8Array | null>
  /** The other side offers this now; null for nothing. What is in it, and who signed it, is not known here. */
  readonly onOffer: (head: Uint8Array | null) => void
}

export interface UpdateChannel {
  /** What is offered changed; said once where something is offered from the start. */
  tell(): void
  /** The next block of what the other side offers; null where it offers it no more, or went. */
  ask(at: number): Promise<Uint8Array | null>
}

/** Frozen: programs of any age hand each other updates on it, also where they understand nothing else of each other. */
const PROTOCOL = 'nst/update/1'
export const BLOCK = 64 * 1024
const LARGEST_OFFER = 32 * 1024
/** So many questions may wait: an update leaves room on the wire for what people say. */
const MOST_ASKED = 4
const NOTHING = Buffer.alloc(0)

/**
 * Two nodes on one connection tell each other whether they have an update to share, and hand it over block by block where
 * the other asks for it. Nothing is sent unasked but the offer itself.
 */
export function openUpdateChannel(stream: Duplex, handlers: UpdateHandlers): UpdateChannel {
  const mux = Protomux.from(stream)
  const line = { now: openLine(mux, handlers) }
  // Where the other side did not know yet that this one belongs, it turned us away; it knows once it opens its own.
  mux.pair({ protocol: PROTOCOL }, () => {
    if (line.now.hasEnded()) line.now = openLine(mux, handlers)
  })
  return { tell: () => line.now.tell(), ask: async (at) => line.now.ask(at) }
}

type Line = UpdateChannel & { readonly hasEnded: () => boolean }

function openLine(mux: Protomux, handlers: UpdateHandlers): Line {
  const waiting: ((block: Uint8Array | null) => void)[] = []
  const ended = { already: false }
  let asked = 0
  let turn: Promise<void> = Promise.resolve()
  // One after the other: answers go back in the order of the questions.
  const inTurn = async (before: Promise<void>, at: number) => {
    await before
    const block = await handlers.read(at, BLOCK).catch(() => null)
    channel?.messages[2]?.send(block ?? NOTHING)
    asked -= 1
  }
  const answer = (place: Uint8Array) => {
    asked += 1
    if (asked > MOST_ASKED) return channel?.close()
    turn = inTurn(turn, Buffer.from(place).readUInt32LE())
    return undefined
  }
  const channel: Channel | null = mux.createChannel({
    protocol: PROTOCOL,
    handshake: null,
    messages: [
      {
        encoding: c.raw,
        onmessage(bytes: Uint8Array) {
          if (bytes.byteLength <= LARGEST_OFFER) handlers.onOffer(bytes.byteLength === 0 ? null : bytes)
        },
      },
      { encoding: c.raw, onmessage: (bytes: Uint8Array) => void (bytes.byteLength === 4 && answer(bytes)) },
      {
        encoding: c.raw,
        onmessage: (bytes: Uint8Array) => waiting.shift()?.(bytes.byteLength === 0 ? null : bytes),
      },
    ],
    onclose: () => {
      ended.already = true
      for (const settle of waiting.splice(0)) settle(null)
      handlers.onOffer(null)
    },
  })
  channel?.open()
  const tell = () => void channel?.messages[0]?.send(handlers.offered() ?? NOTHING)
  if (handlers.offered() !== null) tell()
  return {
    tell,
    hasEnded: () => ended.already,
    async ask(at) {
      if (channel === null || ended.already) return null
      return new Promise((settle) => {
        waiting.push(settle)
        channel.messages[1]?.send(placeBytes(at))
      })
    },
  }
}

function placeBytes(at: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(at)
  return bytes
}
