import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { naming, section, short } from './lines.ts'
import { roleName } from './role.ts'
import { tellWay } from './way.ts'

type Proposal = OutputOf<Procedures['proposal']['show']>
type Effect = NonNullable<Proposal['effect']>
type Page = Pick<Proposal, 'effect' | 'names'> & { readonly seat?: string | undefined }

/** What comes into force besides the words: nobody consents to what they cannot read. */
export function tellEffect(page: Page): string[] {
  return page.effect === null ? [] : section('With it', linesOf(page.effect, page))
}

function linesOf(effect: Effect, { names, seat }: Page): string[] {
  const name = naming(names)
  switch (effect.kind) {
    case 'admit':
      return [`${name(effect.person)} becomes a member.`]
    case 'remove':
      return [`The circle goes on without ${name(effect.person)}.`]
    case 'rest':
      return [`${name(effect.person)} is not asked until they speak again.`]
    case 'rekey':
      return [`${name(effect.person)} goes on with a new device (${short(effect.device)}).`]
    case 'purpose':
      return [`The circle is called: ${effect.name}`, `Aim: ${effect.aim}`, ...domainOf(effect.domain)]
    case 'way':
      return [tellWay(effect.way)]
    case 'minutes':
      return ['This text stands as the minutes.']
    case 'role':
      return roleLines(effect)
    case 'seat':
      return [seatLine(effect, seat ?? effect.role, name)]
    case 'plan':
      return [`It is a development plan (review ${short(effect.review)}).`]
    case 'state':
      return [STATE[effect.state] + (effect.anyoneWakes ? ' Any member may wake it.' : '')]
    default:
      return beyond(effect, name)
  }
}

const STATE = { active: 'The circle works.', dormant: 'The circle rests.', closed: 'The circle is closed.' } as const
const domainOf = (domain: string | null) => (domain === null ? [] : [`Domain: ${domain}`])

function seatLine({ person, until }: Extract<Effect, { kind: 'seat' }>, role: string, name: (id: string) => string) {
  const called = roleName(role, null)
  if (person === null) return `${called}: nobody`
  return `${called}: ${name(person)}${until === null ? '' : ` until ${until}`}`
}

function roleLines({ name, aim, domain, ...role }: Extract<Effect, { kind: 'role' }>): string[] {
  return [
    `The role ${name}: ${aim}`,
    ...domainOf(domain),
    ...role.accountabilities.map((one) => `Looks after: ${one}`),
    ...role.qualities.map((one) => `What helps: ${one}`),
    ...(role.months === null ? [] : [`A term lasts ${role.months} months.`]),
  ]
}

type Beyond = Extract<
  Effect,
  {
    kind:
      | 'helping-circle'
      | 'sub-circle'
      | 'adopts'
      | 'keeper'
      | 'relay'
      | 'link'
      | 'unlink'
      | 'objects'
      | 'answers'
      | 'end'
  }
>

function beyond(effect: Beyond, name: (id: string) => string): string[] {
  switch (effect.kind) {
    case 'helping-circle':
      return [
        `The helping circle ${effect.name} has the task until ${effect.due}: ${effect.members.map(name).join(', ')}`,
      ]
    case 'sub-circle':
      return [
        `${effect.name} becomes a circle of its own, founded by ${name(effect.founder)}: ${effect.aim}`,
        ...domainOf(effect.domain),
      ]
    case 'adopts':
      return [`The circle ${effect.name} is taken in as part of this one.`]
    case 'keeper':
      return [`A keeper keeps this circle’s things: ${effect.address}`]
    case 'relay':
      return [`A relay for where two networks let nobody through: ${effect.address}`]
    case 'link':
      return linkLines(effect)
    case 'unlink':
      return [`The link ends with ${effect.circles.map(short).join(', ')}.`]
    case 'objects':
      return [`These words go to a linked circle (${short(effect.to)}) as an objection.`]
    case 'answers':
      return [`These words answer an objection from circle ${short(effect.to)}.`]
    default:
      return ['What it changes ends, and nothing takes its place.']
  }
}

function linkLines({ name, aim, shares, sends, receives, until }: Extract<Effect, { kind: 'link' }>): string[] {
  return [
    `A link with ${name} until ${until}, for: ${aim}`,
    `We send ${sends} and receive ${receives}; we tell each other: ${shares}`,
  ]
}
