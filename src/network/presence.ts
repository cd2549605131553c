import c from 'compact-encoding'
import Protomux, { type Channel } from 'protomux'
import type { Duplex } from 'node:stream'

export type PresenceHandlers = {
  /** The first thing the other side says, once for each time both are there. */
  readonly onGreeting: (bytes: Uint8Array) => void
  readonly onNews: (bytes: Uint8Array) => void
  readonly onGone: () => void
  /** Says nothing before the other side does: what is shared is not for whoever happens to be there. */
  readonly waits?: boolean
}

export type Presence = {
  tell(news: Uint8Array): void
  close(): void
}

const PROTOCOL = 'nst/presence/1'
const MOST_BYTES = 4096

/**
 * Two nodes that have something in common tell each other that they are there and how far they are. `topic` (32 bytes)
 * is known to those who share it alone: a channel that only one side opens tells the other nothing. It may open later,
 * when the second of them comes to share it. What the bytes mean is not known here.
 */
export function openPresence(
  stream: Duplex,
  topic: Uint8Array,
  greeting: Uint8Array,
  handlers: PresenceHandlers,
): Presence {
  const mux = Protomux.from(stream)
  const pairing = { protocol: PROTOCOL, id: Buffer.from(topic) }
  let channel: Channel | null = null
  let closed = false
  const open = () => {
    if (!closed) channel = openChannel(mux, pairing, greeting, handlers) ?? channel
  }
  // The other side may come to the topic later than we, and then opens a channel of its own.
  mux.pair(pairing, open)
  if (handlers.waits !== true) open()
  return {
    tell: (news) => void channel?.messages[0]?.send(news),
    close() {
      closed = true
      mux.unpair(pairing)
      channel?.close()
    },
  }
}

function openChannel(
  mux: Protomux,
  pairing: { readonly protocol: string; readonly id: Buffer },
  greeting: Uint8Array,
  { onGreeting, onNews, onGone }: PresenceHandlers,
): Channel | null {
  const guarded = (handle: (bytes: Uint8Array) => void) => (bytes: Uint8Array) => {
    if (bytes.byteLength > MOST_BYTES) channel?.close()
    else handle(bytes)
  }
  const channel = mux.createChannel({
    ...pairing,
    handshake: c.raw,
    messages: [{ encoding: c.raw, onmessage: guarded(onNews) }],
    onopen: guarded(onGreeting),
    onclose: onGone,
  })
  channel?.open(greeting)
  return channel
}
