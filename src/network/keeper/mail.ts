import c from 'compact-encoding'
import Protomux from 'protomux'
import type { Duplex } from 'node:stream'

/** Of one who asks in, or for them. What is in a letter is sealed: a keeper hands on bytes. */
export type LetterKind = 'request' | 'answer'
/** `box`: 32 bytes, the id of an invitation. */
export type Letter = { readonly kind: LetterKind; readonly box: Uint8Array; readonly bytes: Uint8Array }
export type Mail = {
  put(letter: Letter): void
  /** All letters of that kind that lie in the box, and those that come while this connection stands. */
  watch(kind: LetterKind, box: Uint8Array): void
}

const PROTOCOL = 'nst/mail/1'
const KINDS: readonly LetterKind[] = ['request', 'answer']
export const BOX_SIZE = 32
export const MOST_LETTER_BYTES = 64 * 1024
const [PUT, WATCH] = [0, 1]

/** Either end of a connection to a keeper. */
export function openMail(
  stream: Duplex,
  onLetter: (letter: Letter) => void,
  onWatch: (kind: LetterKind, box: Uint8Array) => void = () => {},
): Mail {
  const receiver = (handle: (letter: Letter) => void) => ({
    encoding: c.raw,
    onmessage: (bytes: Uint8Array) => {
      const letter = letterIn(bytes)
      if (letter === undefined) channel?.close()
      else handle(letter)
    },
  })
  const channel = Protomux.from(stream).createChannel({
    protocol: PROTOCOL,
    handshake: c.raw,
    messages: [receiver(onLetter), receiver(({ kind, box }) => onWatch(kind, box))],
    onopen: () => {},
    onclose: () => {},
  })
  channel?.open(Buffer.alloc(0))
  return {
    put: (letter) => void channel?.messages[PUT]?.send(bytesOf(letter)),
    watch: (kind, box) => void channel?.messages[WATCH]?.send(bytesOf({ kind, box, bytes: new Uint8Array(0) })),
  }
}

const bytesOf = ({ kind, box, bytes }: Letter): Uint8Array => {
  if (bytes.byteLength > MOST_LETTER_BYTES) throw new RangeError('letter too big')
  return Buffer.concat([Buffer.from([KINDS.indexOf(kind)]), box, bytes])
}

/** Total, and copies: a view would keep the whole packet in memory. */
function letterIn(bytes: Uint8Array): Letter | undefined {
  const kind = KINDS[bytes[0] ?? KINDS.length]
  const size = bytes.byteLength - 1 - BOX_SIZE
  if (kind === undefined || size < 0 || size > MOST_LETTER_BYTES) return undefined
  return { kind, box: Buffer.from(bytes.subarray(1, 1 + BOX_SIZE)), bytes: Buffer.from(bytes.subarray(1 + BOX_SIZE)) }
}
