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

export function tellRequests({ items }: OutputOf<Procedures['invite']['list']>): string {
  const lines = items.map(({ request, name, code, state }) => `${short(request)}  ${name}: ${code} (${state})`)
  return orNothing(lines, 'Nobody has asked to join.')
}

export function tellJoins(joins: OutputOf<Procedures['join']['list']>): string {
  const lines = joins.map(
    ({ request, circle, code, state }) => `${short(request)}  circle ${short(circle)}: ${code} (${state})`,
  )
  return orNothing(lines, 'You have not asked to join any circle.')
}

export function tellJoin({ state, circle }: OutputOf<Procedures['join']['wait']>): string {
  if (state === 'joined') return `Welcome. You are in circle ${short(circle)}. See: nst circle show ${short(circle)}`
  return 'Your request is kept. Keep this running until someone lets you in: nst up'
}
