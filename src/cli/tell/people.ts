import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { orNothing, section, short, when } from './lines.ts'

type MemberState = OutputOf<Procedures['circle']['show']>['members'][number]['state']

const MEMBER: Readonly<Record<MemberState, string>> = {
  joined: '',
  guest: ' (guest)',
  'on-leave': ' (on leave)',
  left: ' (has left)',
  removed: ' (removed)',
}

export function tellCircles(circles: OutputOf<Procedures['circle']['list']>): string {
  const lines = circles.map(
    ({ circle, name, aim, practice, members }) =>
      `${short(circle)}  ${name}: ${aim} (${people(members)}${practice ? ', for practice' : ''})`,
  )
  return orNothing(lines, 'You are in no circle yet. Start one with: nst circle create, or join one with: nst join')
}

export function tellCircle(circle: OutputOf<Procedures['circle']['show']>): string {
  return [
    `${circle.name} (${short(circle.circle)})`,
    ...(circle.practice ? ['A practice circle: what is agreed in it binds nobody.'] : []),
    `Aim: ${circle.aim}`,
    ...(circle.domain === null ? [] : [`Domain: ${circle.domain}`]),
    ...section(
      'People',
      circle.members.map(({ person, name, state }) => `${short(person)}  ${name}${MEMBER[state]}`),
    ),
    ...(circle.waiting > 0 ? ['', `${circle.waiting} things have not fully arrived here yet.`] : []),
  ].join('\n')
}

export function tellReach(reach: OutputOf<Procedures['network']['status']>): string {
  const lines = reach.map(({ name, person, reachable, lastInStep }) => {
    const contact = reachable ? 'here now' : 'not here'
    return `${short(person)}  ${name}: ${contact}${lastInStep === null ? '' : `, last in step ${when(lastInStep)}`}`
  })
  return orNothing(lines, 'Nobody else is in your circles yet.')
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)
