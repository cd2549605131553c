import c from 'compact-encoding'
import Protomux from 'protomux'
import type { Duplex } from 'node:stream'

export type CoreToKeep = { readonly key: Uint8Array; readonly length: number }

const PROTOCOL = 'blind-peer'
/** As many as one message of a connection takes without being cut. */
const MOST_AT_ONCE = 256
const NO_REFERRER_NO_PRIORITY_NO_ANNOUNCING = 0

/**
 * Tells a keeper on this connection which logs to keep, as blind-peer hears it: their keys and lengths, and nothing of
 * what they belong to. May be said again: a keeper then looks again at what it lacks.
 */
export function openKeepThese(stream: Duplex): (cores: readonly CoreToKeep[]) => void {
  const channel = Protomux.from(stream).createChannel({
    protocol: PROTOCOL,
    handshake: null,
    messages: [{ encoding: c.raw, onmessage: () => {} }],
    onopen: () => {},
    onclose: () => {},
  })
  channel?.open()
  return (cores) => {
    for (let at = 0; at < cores.length; at += MOST_AT_ONCE)
      channel?.messages[0]?.send(bytesOf(cores.slice(at, at + MOST_AT_ONCE)))
  }
}

function bytesOf(cores: readonly CoreToKeep[]): Uint8Array {
  const each = cores.flatMap(({ key, length }) => [Buffer.from(key), c.encode(c.uint, length)])
  return Buffer.concat([
    c.encode(c.uint, NO_REFERRER_NO_PRIORITY_NO_ANNOUNCING),
    c.encode(c.uint, cores.length),
    ...each,
  ])
}
