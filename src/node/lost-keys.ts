import { EVERYTHING } from '../domain/causality.ts'
import type { Circle } from '../domain/circle.ts'
import { entitledDevices } from '../domain/epochs/queries.ts'
import { boxSeal, bytesOfHex, toHex } from '../log/crypto.ts'
import type { Keyring } from '../log/keyring.ts'
import type { Saying } from './circle-session.ts'
import { canBeSealedTo } from './invitation/answer.ts'

/** [Z4] What this device has to say of keys: of those whose box did not open for it, and those that it can give others. */
export function keySayings(circle: Circle, keyring: Keyring, device: string): Saying[] {
  return [...missing(circle, keyring, device), ...given(circle, keyring, device)]
}

function missing(circle: Circle, keyring: Keyring, device: string): Saying[] {
  const meant = circle.epochs.filter(({ boxes }) => boxes.some((box) => box.device === device))
  const epochs = new Set(meant.flatMap(({ epoch }) => (keyring.get(epoch) === undefined ? [epoch] : [])))
  return [...epochs].flatMap((epoch): Saying[] => {
    const bad = givenTo(circle, epoch, device)
    const isSaid = circle.lostKeys.missing.some(
      (one) => one.device === device && one.epoch === epoch && bad.every((id) => one.bad.includes(id)),
    )
    return isSaid ? [] : [{ type: 'key.missing', body: { epoch, bad } }]
  })
}

/** Once to each device, where nothing that it was given before is left for it to try. */
function given(circle: Circle, keyring: Keyring, device: string): Saying[] {
  const asked = circle.lostKeys.missing.filter((one) => one.device !== device)
  if (asked.length === 0) return []
  const entitled = new Set(entitledDevices(circle, EVERYTHING))
  const open = asked.filter(
    ({ device: to, epoch, bad }) =>
      entitled.has(to) &&
      circle.epochs.some((one) => one.epoch === epoch) &&
      givenTo(circle, epoch, to).every((id) => bad.includes(id)) &&
      !circle.lostKeys.given.some((one) => one.by === device && one.device === to && one.epoch === epoch),
  )
  const each = new Map(open.map((one) => [`${one.device} ${one.epoch}`, one]))
  return [...each.values()].flatMap(({ device: to, epoch }): Saying[] => {
    const [key, box] = [keyring.get(epoch), circle.devices.get(to)?.bindings[0]?.keys.box ?? '']
    if (key === undefined || !canBeSealedTo(box)) return []
    return [{ type: 'key.given', body: { epoch, device: to, box: toHex(boxSeal(key, bytesOfHex(box))) } }]
  })
}

function givenTo(circle: Circle, epoch: string, device: string): string[] {
  return circle.lostKeys.given.flatMap((one) => (one.epoch === epoch && one.device === device ? [one.id] : []))
}
