import type { CircleEvent } from '../domain/event.ts'
import type { CircleLog } from './circle-log.ts'
import { toHex } from './crypto.ts'
import { openSealed } from './envelope.ts'
import type { Keyring } from './keyring.ts'
import { decodeEntry } from './view-entry.ts'

/**
 * The newest event in this device's own log, read from the log itself: an order that was handed on by others could have
 * left it out, and whoever forgot their own last word would say a second thing at its place.
 */
export async function lastWord(log: CircleLog, circle: string, keyring: Keyring): Promise<CircleEvent | undefined> {
  const writer = toHex(log.writerKey)
  for (let position = log.base.local.length; position > 0; position -= 1) {
    const block = await log.entryAt({ writer, position })
    const entry = block === null ? undefined : decodeEntry(block)
    if (entry === undefined || !('value' in entry)) continue
    const opened = openSealed(entry.value, { circle, writer }, keyring)
    if ('event' in opened) return opened.event
  }
  return undefined
}
