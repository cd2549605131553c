import type { Circle } from '../circle.ts'
import type { Body } from '../events.ts'
import type { Past } from '../causality.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { currentEpochs, entitledDevices, isEpochDue } from './queries.ts'

/** [Z2] An epoch counts only where one is due, for exactly the devices that its past entitles, and after all that were current. */
export function openingCounts(circle: Circle, past: Past, body: Body<'epoch.opened'>, device: string): Refusal | null {
  if (!isEpochDue(circle, past)) return refusal('no-epoch-due')
  const entitled = entitledDevices(circle, past)
  const isExact =
    isSame(
      entitled,
      body.boxes.map((one) => one.device),
    ) && isSame(currentEpochs(circle, past), body.parents)
  if (
    !isExact ||
    !entitled.includes(device) ||
    circle.epochs.some(({ epoch, stamp }) => epoch === body.epoch && past.has(stamp))
  )
    return refusal('wrong-epoch')
  return null
}

function isSame(wanted: readonly string[], got: readonly string[]): boolean {
  return wanted.length === got.length && wanted.every((one, index) => one === got[index])
}
