import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { orNothing, short, when } from './lines.ts'

export function tellInvite({ invite, expires, addresses }: OutputOf<Procedures['invite']['create']>): string {
  return [
    'Send this line to the person you want to invite. It works once.',
    '',
    invite,
    '',
    `It expires on ${when(expires)}. When they have asked to join, compare the five words with them, then:`,
    '  nst invite list CIRCLE, nst invite confirm CIRCLE REQUEST',
    ...(addresses?.length === 0
      ? [
          '',
          'It does not say where to find you. Start your node first (nst up --listen HOST:PORT) and invite anew, or tell them its address to connect to.',
        ]
      : []),
  ].join('\n')
}

export function tellConfirmed({ person, deviceOf }: OutputOf<Procedures['invite']['confirm']>): string {
  return isAnother(deviceOf)
    ? `Another device of ${deviceOf} is in. It can read everything the circle has written, and speaks for them.`
    : `They are in (${short(person)}). They can read everything the circle has written.`
}

const isAnother = (deviceOf: string | null | undefined) => deviceOf !== null && deviceOf !== undefined

export function tellRequests({ items }: OutputOf<Procedures['invite']['list']>): string {
  const lines = items.map(({ request, name, code, state, deviceOf }) => {
    const who = isAnother(deviceOf) ? `another device of ${deviceOf}` : name
    return `${short(request)}  ${who}: ${code} (${state})`
  })
  return orNothing(lines, 'Nobody has asked to join.')
}

export function tellJoins(joins: OutputOf<Procedures['join']['list']>): string {
  const lines = joins.map(
    ({ request, circle, code, state }) => `${short(request)}  circle ${short(circle)}: ${code} (${state})`,
  )
  return orNothing(lines, 'You have not asked to join any circle.')
}

export function tellJoin({ state, circle, isBack }: OutputOf<Procedures['join']['wait']>): string {
  if (state === 'joined' && isBack === true)
    return `Welcome back. This device of yours is in circle ${short(circle)}. See: nst device list ${short(circle)}`
  if (state === 'joined') return `Welcome. You are in circle ${short(circle)}. See: nst circle show ${short(circle)}`
  return 'Your request is kept. Keep this running until someone lets you in: nst up'
}
