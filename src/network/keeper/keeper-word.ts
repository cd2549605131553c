import c from 'compact-encoding'
import Protomux from 'protomux'
import type { Duplex } from 'node:stream'

/** What a keeper says of itself to whoever it lets in. `version`: of how it is spoken with. */
export type KeeperWord = { readonly version: number; readonly full: boolean }

export const KEEPER_VERSION = 1

const PROTOCOL = 'nst/keeper/1'
const MOST_BYTES = 1024

/** The keeper's end; the returned function says the word again when it changed. */
export function sayWord(stream: Duplex, word: () => KeeperWord): () => void {
  const channel = Protomux.from(stream).createChannel({
    protocol: PROTOCOL,
    handshake: c.raw,
    messages: [{ encoding: c.raw, onmessage: () => {} }],
    onopen: () => {},
    onclose: () => {},
  })
  channel?.open(bytesOf(word()))
  return () => void channel?.messages[0]?.send(bytesOf(word()))
}

export function hearWord(stream: Duplex, onWord: (word: KeeperWord) => void): void {
  const heard = (bytes: Uint8Array) => {
    const word = wordIn(bytes)
    if (word !== undefined) onWord(word)
  }
  const channel = Protomux.from(stream).createChannel({
    protocol: PROTOCOL,
    handshake: c.raw,
    messages: [{ encoding: c.raw, onmessage: heard }],
    onopen: heard,
    onclose: () => {},
  })
  channel?.open(Buffer.alloc(0))
}

const bytesOf = (word: KeeperWord): Uint8Array => Buffer.from(JSON.stringify(word), 'utf8')

/** Total: what a keeper says is a stranger's word. */
function wordIn(bytes: Uint8Array): KeeperWord | undefined {
  if (bytes.byteLength > MOST_BYTES) return undefined
  try {
    const said = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<KeeperWord> | null
    return typeof said?.version === 'number' && typeof said.full === 'boolean'
      ? { version: said.version, full: said.full }
      : undefined
  } catch {
    return undefined
  }
}
