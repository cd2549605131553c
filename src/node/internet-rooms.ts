import type { Circle } from '../domain/circle.ts'
import { EVERYTHING, saw } from '../domain/causality.ts'
import { currentEpochs, entitledDevices } from '../domain/epochs/queries.ts'
import { bytesOfHex, hash } from '../log/crypto.ts'
import type { Room } from '../network/internet/circle-swarm.ts'
import type { CircleKeys } from './circle-keys.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Whoever keeps an announcement cannot follow a circle by it for longer. */
const PERIOD_MS = 7 * DAY_MS
/** Clocks may be wrong by as much. */
const DOUBT_MS = DAY_MS
/** Each costs a question now and then. */
const MOST_OLD = 4

/** How far the others are, beyond what their own words show: the epochs at which this node met a device in step. */
export type MetAt = (device: string) => readonly string[]

/**
 * Where people of a circle look for each other on the internet now. In the current epochs to be found; in one that is over
 * only to find, and only as long as somebody who belongs may not know that it is over: who was removed is not to find us.
 */
export function internetRooms(circle: Circle, keys: CircleKeys, device: string, now: number, metAt: MetAt): Room[] {
  const held = keys.keyring.map(({ id }) => id)
  const current = currentEpochs(circle).filter((epoch) => held.includes(epoch))
  // Its key may be on the way still: whoever has it knows the one before, and looks there.
  const announced = current.length > 0 ? current : held.slice(-1)
  const old = held.filter((epoch) => !announced.includes(epoch) && isAnyoneAt(circle, epoch, device, metAt))
  const roomsOf = (isCurrent: boolean) => (epoch: string) =>
    periodsAt(now).map((period) => roomOf(keys, epoch, period, isCurrent))
  return [...announced.flatMap(roomsOf(true)), ...old.slice(-MOST_OLD).flatMap(roomsOf(false))]
}

/** Whether anyone who belongs may still take this epoch for the newest. */
function isAnyoneAt(circle: Circle, epoch: string, own: string, metAt: MetAt): boolean {
  const later = openedAfter(circle, epoch)
  if (later.length === 0) return false
  return entitledDevices(circle, EVERYTHING).some((device) => {
    if (device === own || later.some((opening) => metAt(device).includes(opening.epoch))) return false
    const latest = circle.latest.get(device)
    const doors = circle.devices.get(device)?.bindings.map(({ stamp }) => stamp) ?? []
    const shown = [...(latest === undefined ? [] : [latest]), ...doors]
    return !shown.some((stamp) => later.some((opening) => stamp === opening.stamp || saw(stamp, opening.stamp)))
  })
}

function openedAfter({ epochs }: Circle, epoch: string): Circle['epochs'] {
  const later = new Set([epoch])
  for (let size = 0; size !== later.size;) {
    size = later.size
    for (const opening of epochs) if (opening.parents.some((parent) => later.has(parent))) later.add(opening.epoch)
  }
  return epochs.filter((opening) => opening.epoch !== epoch && later.has(opening.epoch))
}

export const periodsAt = (now: number): number[] => [
  ...new Set([Math.floor((now - DOUBT_MS) / PERIOD_MS), Math.floor((now + DOUBT_MS) / PERIOD_MS)]),
]

function roomOf({ baseKey, keyring }: CircleKeys, epoch: string, period: number, isCurrent: boolean): Room {
  const key = keyring.find(({ id }) => id === epoch)?.key ?? ''
  const secret = (what: string) => hash(Buffer.from(what), bytesOfHex(baseKey), bytesOfHex(key))
  return { topic: secret(`nst/1 internet topic ${period}`), proof: secret('nst/1 internet proof'), isCurrent }
}
