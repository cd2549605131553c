import type { CircleEvent } from '../domain/event.ts'
import type { RefusalCode } from '../domain/refusal.ts'
import { toHex } from './crypto.ts'
import { VALUE_LIMIT } from './size.ts'

/**
 * One block of the view: kind(1) writer(32) position(6), then the value, or for one over the limit its size(6).
 * `position` is the length of the writer's log with this value; `writer` is hex.
 */
export type ViewEntry = { readonly writer: string; readonly position: number } & (
  { readonly value: Uint8Array } | { readonly tooBig: number }
)

/** One place of the agreed order. `position`: length of the writer's log with it; `size` of the value in bytes. */
export type LogEntry = { readonly writer: string; readonly position: number; readonly size: number } & (
  { readonly event: CircleEvent } | { readonly refused: RefusalCode } | { readonly unreadable: string }
)

/** One block of one log, as text. */
export const placeName = (place: { readonly writer: string; readonly position: number } | undefined): string =>
  place === undefined ? '' : `${place.writer}:${place.position}`

const WHOLE = 1
const TOO_BIG = 2
const POSITION_AT = 33
const VALUE_AT = POSITION_AT + 6

export function encodeEntry(writer: Uint8Array, position: number, value: Uint8Array): Uint8Array {
  const fits = value.byteLength <= VALUE_LIMIT
  const entry = Buffer.alloc(VALUE_AT + (fits ? value.byteLength : 6))
  entry[0] = fits ? WHOLE : TOO_BIG
  entry.set(writer, 1)
  entry.writeUIntBE(position, POSITION_AT, 6)
  if (fits) entry.set(value, VALUE_AT)
  else entry.writeUIntBE(value.byteLength, VALUE_AT, 6)
  return entry
}

/** Written by our own `agree`, so it is well formed; `undefined` where a foreign view has been signed. Total. */
export function decodeEntry(bytes: Uint8Array): ViewEntry | undefined {
  const entry = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.byteLength < VALUE_AT) return undefined
  const [writer, position] = [toHex(entry.subarray(1, POSITION_AT)), entry.readUIntBE(POSITION_AT, 6)]
  if (entry[0] === WHOLE) return { writer, position, value: entry.subarray(VALUE_AT) }
  if (entry[0] !== TOO_BIG || entry.byteLength !== VALUE_AT + 6) return undefined
  return { writer, position, tooBig: entry.readUIntBE(VALUE_AT, 6) }
}
