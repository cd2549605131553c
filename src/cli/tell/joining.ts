import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { orNothing, short, when } from './lines.ts'

export function tellOpen(open: OutputOf<Procedures['invite']['open']>): string {
  const lines = open.map(({ invite, expires }) => `${short(invite)}  for one person, until ${when(expires)}`)
  return orNothing(lines, 'No invitation of yours is open.')
}

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

type Confirmed = OutputOf<Procedures['invite']['confirm']> & { file?: string }

export function tellConfirmed({ person, deviceOf, file }: Confirmed): string {
  const isIn = isAnother(deviceOf)
    ? `Another device of ${deviceOf} is in. It can read everything the circle has written, and speaks for them.`
    : `They are in (${short(person)}). They can read everything the circle has written.`
  return file === undefined ? isIn : `${isIn}\nCarry ${file} to them: nst join --answer FILE. It opens for nobody else.`
}

export function tellCarried({ requests }: OutputOf<Procedures['invite']['read']>): string {
  const lines = requests.flatMap(({ name, circleName, code, circle, request, state }) => [
    `${name} asks to join ${circleName}: ${code} (${state})`,
    `  If they see the same five words: nst invite confirm ${short(circle)} ${short(request)} --file OUT`,
  ])
  return lines.join('\n')
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

type Joined = OutputOf<Procedures['join']['wait']> & { file?: string | null }

export function tellJoin({ state, circle, isBack, file }: Joined): string {
  if (state === 'waiting' && file !== undefined && file !== null)
    return `When the answer has been carried back to you: nst join --answer FILE`
  if (state === 'joined' && isBack === true)
    return `Welcome back. This device of yours is in circle ${short(circle)}. See: nst device list ${short(circle)}`
  if (state === 'joined') return `Welcome. You are in circle ${short(circle)}. See: nst circle show ${short(circle)}`
  return 'Your request is kept. Keep this running until someone lets you in: nst up'
}
