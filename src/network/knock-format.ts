/** How a knock looks on the wire. Decoding is total and copies only what its size limit allows. */
export const KNOCK_STATUSES = ['waiting', 'confirmed', 'used', 'expired', 'revoked', 'cancelled', 'unknown'] as const
export type KnockStatus = (typeof KNOCK_STATUSES)[number]

export const ID_SIZE = 32
export const MOST_REQUEST_BYTES = 16 * 1024
/** A confirmation carries the keyring and what a joiner needs to start with. */
export const MOST_REPLY_BYTES = 8 * 1024 * 1024

const MAGIC = Buffer.from('nst-knock')

export type Knock = { readonly invite: Uint8Array; readonly request: Uint8Array }
export type Cancel = { readonly invite: Uint8Array; readonly request: Uint8Array }
export type Reply = { readonly invite: Uint8Array; readonly status: KnockStatus; readonly payload: Uint8Array }

/** The first bytes each side sends. A side of another `major` understands nothing that follows. */
export const encodeGreeting = (major: number): Buffer => Buffer.concat([MAGIC, Buffer.from([major & 255, major >> 8])])

export function decodeGreeting(bytes: Uint8Array): number | undefined {
  // What a later version adds behind these bytes is its own affair.
  if (bytes.byteLength < MAGIC.length + 2 || MAGIC.compare(bytes, 0, MAGIC.length) !== 0) return undefined
  return (bytes[MAGIC.length] ?? 0) | ((bytes[MAGIC.length + 1] ?? 0) << 8)
}

export function encodeKnock({ invite, request }: Knock): Buffer {
  if (request.byteLength > MOST_REQUEST_BYTES) throw new RangeError('request too big')
  return Buffer.concat([checkedId(invite), request])
}

export function decodeKnock(bytes: Uint8Array): Knock | undefined {
  const size = bytes.byteLength - ID_SIZE
  if (size < 1 || size > MOST_REQUEST_BYTES) return undefined
  return { invite: copy(bytes, 0, ID_SIZE), request: copy(bytes, ID_SIZE) }
}

export const encodeCancel = ({ invite, request }: Cancel): Buffer =>
  Buffer.concat([checkedId(invite), checkedId(request)])

export function decodeCancel(bytes: Uint8Array): Cancel | undefined {
  if (bytes.byteLength !== 2 * ID_SIZE) return undefined
  return { invite: copy(bytes, 0, ID_SIZE), request: copy(bytes, ID_SIZE) }
}

export function encodeReply({ invite, status, payload }: Reply): Buffer {
  if (payload.byteLength > MOST_REPLY_BYTES) throw new RangeError('payload too big')
  return Buffer.concat([checkedId(invite), Buffer.from([KNOCK_STATUSES.indexOf(status)]), payload])
}

export function decodeReply(bytes: Uint8Array): Reply | undefined {
  const size = bytes.byteLength - ID_SIZE - 1
  const status = KNOCK_STATUSES[bytes[ID_SIZE] ?? KNOCK_STATUSES.length]
  if (size < 0 || size > MOST_REPLY_BYTES || status === undefined) return undefined
  return { invite: copy(bytes, 0, ID_SIZE), status, payload: copy(bytes, ID_SIZE + 1) }
}

function checkedId(id: Uint8Array): Uint8Array {
  if (id.byteLength !== ID_SIZE) throw new RangeError('an id has 32 bytes')
  return id
}

/** A view would keep the whole packet in memory for as long as anyone holds a part of it. */
const copy = (bytes: Uint8Array, start: number, end?: number): Uint8Array => Buffer.from(bytes.subarray(start, end))
