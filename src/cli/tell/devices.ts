import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { orNothing, short, when } from './lines.ts'

export const ABOUT_COPIES = `A copied folder must never write as the one it was copied from: two that speak as one break the circle.
So this copy becomes a new device of yours. You stay who you are; each of your circles has to let the new device in.
What was copied stays here, set aside and unused. The original, where it lives on, goes on as before.`

type Rejoin = readonly { readonly circle: string; readonly name: string }[]

export function tellProfile({ name, person, device, rejoin }: OutputOf<Procedures['profile']['show']>): string {
  const who = `${name} (you ${short(person)}, this device ${short(device)})`
  return rejoin === undefined || rejoin.length === 0 ? who : [who, '', ...tellRejoin(rejoin)].join('\n')
}

export function tellRejoin(rejoin: Rejoin): string[] {
  if (rejoin.length === 0) return ['This is a new device of yours now. You are in no circle with it.']
  return [
    'This is a new device of yours. It still needs to be let into:',
    ...rejoin.map(
      ({ circle, name }) => `  ${short(circle)}  ${name === '' ? '(a circle whose name is not known here)' : name}`,
    ),
    'Ask anyone in each of them for an invitation (nst invite create), then: nst join',
  ]
}

export function tellRestored({ name }: OutputOf<Procedures['profile']['restore']>): string {
  return [
    `Welcome back, ${name}. This is a new device of yours, and it knows none of your circles yet.`,
    'Ask anyone in each of them for an invitation, then: nst join. All that was said comes with it.',
    'A bundle does not help before that: it holds no keys. If your old device is gone, say so in each circle: nst device revoke',
  ].join('\n')
}

export function tellDevices({ items }: OutputOf<Procedures['device']['list']>): string {
  const lines = items.map(({ device, name, isThis, gone, since, letInBy }) => {
    const by = letInBy === null ? 'from the start' : `let in by ${letInBy} on ${when(since)}`
    return `${short(device)}  ${name}: ${by}${isThis ? ', this device' : ''}${gone ? ', gone' : ''}`
  })
  return orNothing(lines, 'There are no devices in this circle.')
}
