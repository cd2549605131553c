import c from 'compact-encoding'
import Protomux, { type Channel } from 'protomux'
import type { NoiseSecretStream } from 'hyperdht'
import sodium from 'sodium-native'

export type LineHandlers = {
  /** The other side showed that it knows one of the secrets. */
  readonly onOpen: () => void
  /** What they have to give, by id (32 bytes each). */
  readonly onHave: (ids: readonly string[]) => void
  /** What of ours they ask for, and what of it they have. */
  readonly onWant: (ids: readonly string[]) => void
  readonly onTaken: (ids: readonly string[]) => void
  readonly onTold: (bytes: Uint8Array) => void
  readonly onClose: () => void
  /** They broke a rule: the connection is ended. */
  readonly onFault: () => void
  readonly clock: () => number
}

export type LinkLine = {
  have(ids: readonly string[]): void
  want(ids: readonly string[]): void
  taken(ids: readonly string[]): void
  tell(bytes: Uint8Array): void
  close(): void
}

const PROTOCOL = 'nst/link/1'
const ID_SIZE = 32
const MOST_IDS = 256
/** A statement with the way that it came. */
export const MOST_TOLD_BYTES = 128 * 1024
/** Messages at once, and then so many a second. */
const BURST = 600
const PER_SECOND = 4
const [HAVE, WANT, TAKEN, TOLD] = [0, 1, 2, 3]

/**
 * Two nodes hand each other small documents by their ids, on a connection on which nothing else is spoken. They know each
 * other by a secret: a channel's name is made of it and of this very connection, so that whoever hears it can use it nowhere
 * else. To be opened on both sides in the tick in which they get the connection. What the bytes mean is not known here.
 */
export function openLinkLine(
  stream: NoiseSecretStream,
  secrets: readonly Uint8Array[],
  handlers: LineHandlers,
): LinkLine {
  const allowed = rateOf(handlers.clock)
  const state: { channel: Channel | null } = { channel: null }
  const channels: Channel[] = []
  const fault = () => {
    handlers.onFault()
    stream.destroy()
  }
  const guarded = (most: number, handle: (bytes: Uint8Array) => void) => ({
    encoding: c.raw,
    onmessage(bytes: Uint8Array) {
      if (bytes.byteLength > most || !allowed()) fault()
      else handle(bytes)
    },
  })
  const ids = (handle: (ids: readonly string[]) => void) =>
    guarded(MOST_IDS * ID_SIZE, (bytes) => {
      const read = readIds(bytes)
      if (read === undefined) fault()
      else handle(read)
    })
  for (const secret of stream.handshakeHash === null ? [] : secrets) {
    const channel: Channel | null = Protomux.from(stream).createChannel({
      protocol: PROTOCOL,
      id: topicOf(secret, stream.handshakeHash ?? secret),
      handshake: c.raw,
      messages: [
        ids(handlers.onHave),
        ids(handlers.onWant),
        ids(handlers.onTaken),
        guarded(MOST_TOLD_BYTES, handlers.onTold),
      ],
      onopen() {
        if (state.channel !== null) return
        state.channel = channel
        handlers.onOpen()
      },
      onclose() {
        if (state.channel !== channel) return
        state.channel = null
        handlers.onClose()
      },
    })
    if (channel === null) continue
    channels.push(channel)
    channel.open(Buffer.alloc(0))
  }
  const send = (message: number, bytes: Uint8Array) => void state.channel?.messages[message]?.send(bytes)
  return {
    have: (own) => send(HAVE, bytesOf(own.slice(0, MOST_IDS))),
    want: (own) => send(WANT, bytesOf(own.slice(0, MOST_IDS))),
    taken: (own) => send(TAKEN, bytesOf(own.slice(0, MOST_IDS))),
    tell: (bytes) => send(TOLD, bytes),
    close: () => channels.forEach((channel) => channel.close()),
  }
}

/** Refills with the time, and holds no more than a burst. */
function rateOf(clock: () => number): () => boolean {
  const left = { count: BURST, at: clock() }
  return () => {
    const now = clock()
    left.count = Math.min(BURST, left.count + (Math.max(0, now - left.at) / 1000) * PER_SECOND)
    left.at = now
    left.count -= 1
    return left.count >= 0
  }
}

function topicOf(secret: Uint8Array, handshake: Uint8Array): Buffer {
  const topic = Buffer.alloc(32)
  sodium.crypto_generichash(topic, Buffer.concat([Buffer.from('nst/1 link line'), handshake]), secret)
  return topic
}

const bytesOf = (ids: readonly string[]): Uint8Array => Buffer.from(ids.join(''), 'hex')

/** Total. */
function readIds(bytes: Uint8Array): string[] | undefined {
  if (bytes.byteLength % ID_SIZE !== 0) return undefined
  const hex = Buffer.from(bytes).toString('hex')
  return Array.from({ length: bytes.byteLength / ID_SIZE }, (_, at) => hex.slice(at * 64, (at + 1) * 64))
}
