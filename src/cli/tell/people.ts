import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { tellRoleLine } from './role.ts'
import { orNothing, section, short, when } from './lines.ts'

type MemberState = OutputOf<Procedures['circle']['show']>['members'][number]['state']

const MEMBER: Readonly<Record<MemberState, string>> = {
  joined: '',
  guest: ' (guest)',
  'on-leave': ' (on leave)',
  suspended: ' (suspended)',
  left: ' (has left)',
  removed: ' (removed)',
}

type ReachOf = OutputOf<Procedures['circle']['reach']>['reach']

export const REACH: Readonly<Record<ReachOf, string>> = {
  nobody: 'Nobody can find you for this circle; nothing is sent for it.',
  lan: 'While your node is up, people of this circle find you in the same network. Others there can notice that somebody uses this program, and who connects to whom; not which circle it is, who is in it, or what is said.',
  internet:
    'While your node is up, people of this circle find you in the same network and over the internet. ' +
    'They, and whoever carries or watches the line, can see your internet address and when you are there; ' +
    'strangers asked for the way see that this address looks for somebody, not for whom. What you say stays closed to them.',
}

/** Said before a node goes there. */
export const INTERNET =
  'Over the internet, people of your circles and whoever is on the way can see your internet address and when you are there. What you say stays closed to strangers.'

const WORDS_IN_A_LINE = 6

/** Shown once, on the screen alone. */
export function tellPhrase(phrase: string): string {
  const words = phrase.split(' ')
  const starts = [...words.keys()].filter((at) => at % WORDS_IN_A_LINE === 0)
  return [
    'Write these words on paper and keep them safe: with them you can be you again on another device (nst profile restore); whoever else has them can speak as you.',
    '',
    ...starts.map((at) => `  ${words.slice(at, at + WORDS_IN_A_LINE).join(' ')}`),
    '',
    'They are not shown again.',
    '',
  ].join('\n')
}

/** [C4] Of a circle at work, or one that begins, nothing has to be said. */
const STANDING = {
  forming: [],
  active: [],
  dormant: ['It rests: nothing is awaited of anyone.'],
  closed: ['It is closed: it can be read, and opened again by consent.'],
} as const
const STANDS = { forming: '', active: '', dormant: ', resting', closed: ', closed' } as const

export function tellCircles(circles: OutputOf<Procedures['circle']['list']>): string {
  const lines = circles.map(
    ({ circle, name, aim, practice, members, state }) =>
      `${short(circle)}  ${name}: ${aim} (${people(members)}${practice ? ', for practice' : ''}${STANDS[state]})`,
  )
  return orNothing(lines, 'You are in no circle yet. Start one with: nst circle create, or join one with: nst join')
}

export function tellCircle(circle: OutputOf<Procedures['circle']['show']>): string {
  return [
    `${circle.name} (${short(circle.circle)})`,
    ...(circle.practice ? ['A practice circle: what is agreed in it binds nobody.'] : []),
    ...STANDING[circle.state],
    ...(circle.state === 'dormant' && circle.anyoneWakes ? ['Anyone in it wakes it: nst circle wake'] : []),
    `Aim: ${circle.aim}`,
    ...(circle.domain === null ? [] : [`Domain: ${circle.domain}`]),
    ...standsForLines(circle.standsFor),
    ...section(
      'People',
      circle.members.map(
        ({ person, name, state, speaksFor, linkOver }) =>
          `${short(person)}  ${name}${speaksFor.map((other) => ` (for ${other})`).join('')}${linkOver ? ' (their link ended)' : MEMBER[state]}`,
      ),
    ),
    ...section('Roles', (circle.roles ?? []).filter(({ holders }) => holders.length > 0).map(tellRoleLine)),
    ...(circle.reach === 'lan' ? ['', 'Its people find you in the same network while your node is up.'] : []),
    ...(circle.reach === 'internet' ? ['', 'Its people find you over the internet while your node is up.'] : []),
    ...(circle.waiting > 0 ? ['', `${circle.waiting} things have not fully arrived here yet.`] : []),
    ...(circle.leftOut > 0 ? ['', leftOut(circle.leftOut)] : []),
    ...circle.forked.flatMap((person) => ['', forkedDevice(nameIn(circle, person))]),
    ...circle.unvoiced.map(
      (person) =>
        `${nameIn(circle, person)} has a new device. Propose it: nst proposal present … --rekeys ${nameIn(circle, person)}`,
    ),
    '',
    circle.whole
      ? 'All of it is on this computer.'
      : `Still fetching: ${circle.copy.here} of ${circle.copy.known} parts are on this computer. Stay in reach of the others.`,
  ].join('\n')
}

/** Whom it stands for, what of that shows here, and how it leaves. */
function standsForLines(standsFor: OutputOf<Procedures['circle']['show']>['standsFor']): string[] {
  if (standsFor === null) return []
  const { of, shows, agreement } = standsFor
  return [
    `Stands for: ${of}, which keeps its own tools (${short(agreement)}). It leaves by one consent: nst link end`,
    ...shows.map((one) => `  shows here: ${one}`),
  ]
}

export function tellMembers({ items }: OutputOf<Procedures['member']['list']>): string {
  const lines = items.map(
    ({ person, name, state, blocked }) =>
      `${short(person)}  ${name}${MEMBER[state]}${blocked ? ' (you do not read them here)' : ''}`,
  )
  return orNothing(lines, 'Nobody.')
}

const nameIn = ({ members }: OutputOf<Procedures['circle']['show']>, person: string): string =>
  members.find((one) => one.person === person)?.name ?? short(person)

const forkedDevice = (name: string): string =>
  `A device of ${name} has said two different things at one place. That happens when its memory is restored from a copy; nobody need have done wrong. From there on it decides nothing; what it says is kept. ${name} goes on with a new device, once the circle has consented to it.`

const leftOut = (count: number): string =>
  `The copy that reached this device had left out or changed ${count === 1 ? 'one thing' : `${count} things`} that members wrote. It was put right from their own records, and counts here. Please tell the circle: the device of whoever started it handed the copy on like this.`

export function tellBootstrap({ own, asked }: OutputOf<Procedures['network']['bootstrap']>): string {
  const who = own.length > 0 ? 'Your node asks for the way on the internet:' : 'Your node asks the usual ones:'
  return [who, ...asked.map((one) => `  ${one}`)].join('\n')
}

const BY: Readonly<Record<string, string>> = {
  lan: ', in the same network',
  internet: ', over the internet',
  relay: ', over the internet, passed on by a relay',
}

export function tellReach(reach: OutputOf<Procedures['network']['status']>): string {
  const copies = new Map(reach.map(({ circle, copy }) => [circle, copy]))
  const coming = [...copies].flatMap(([circle, copy]) =>
    copy === undefined || copy.here >= copy.known
      ? []
      : [
          `Circle ${short(circle)}: ${copy.here} of ${copy.known} parts are on this computer. Stay in reach of the others.`,
        ],
  )
  const whole = reach.length === 0 || coming.length > 0 ? [] : ['Everything known here is on this computer.']
  const faults = new Set(reach.flatMap(({ circle, keeperFault }) => (keeperFault ? [short(circle)] : [])))
  const wrong = [...faults].map(
    (circle) => `A keeper of circle ${circle} does wrong. See: nst circle keepers ${circle}`,
  )
  return orNothing([...reach.map(reachLine), ...coming, ...whole, ...wrong], 'Nobody else is in your circles yet.')
}

function reachLine(line: OutputOf<Procedures['network']['status']>[number]): string {
  const {
    name,
    person,
    reachable,
    path,
    lastInStep,
    inStep,
    behind = 0,
    lastPath,
    byKeeper,
    differs,
    misunderstood,
  } = line
  const contact = reachable ? `here now${BY[path ?? ''] ?? ''}` : 'not here'
  const last = lastInStep === null ? ', never in step yet' : `, last in step ${when(lastInStep)}`
  const things = behind === 1 ? '1 thing' : `${behind} things`
  const seen = inStep === true ? ', in step' : `${last}${behind === 0 ? '' : `; not known to have seen ${things}`}`
  const by = reachable || lastPath === null ? '' : (LAST[lastPath ?? ''] ?? '')
  const kept = !reachable && byKeeper === true ? '; the keeper hands on what you say' : ''
  const fault = differs === true ? `\n  ${DIFFERS}` : ''
  const strange = misunderstood ? `\n  ${tellStrange(name, misunderstood)}` : ''
  return `${short(person)}  ${name}: ${contact}${seen}${by}${kept}${fault}${strange}`
}

const LAST: Readonly<Record<string, string>> = {
  direct: '; last met at an address',
  lan: '; last met in the same network',
  internet: '; last met over the internet',
  relay: '; last met over the internet, by a relay',
  stick: '; their words last came in a file',
  keeper: '; their words last came by a keeper',
}

function tellStrange(name: string, { theirs, program }: { theirs: 'newer' | 'older'; program: string }): string {
  if (theirs === 'older') return `${name}'s program is older than yours: ask them to update it, then you meet again.`
  return `${name}'s program is newer than yours: update yours${program === '' ? '' : ` to ${program} or later`}, then you meet again.`
}

const DIFFERS = 'Your two programs make different things of the same words. One has a fault: compare what you both see.'

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)
