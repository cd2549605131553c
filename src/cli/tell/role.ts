import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { naming, section, short, when } from './lines.ts'

type Line = OutputOf<Procedures['role']['list']>['items'][number]
type Page = OutputOf<Procedures['role']['show']>
type Review = OutputOf<Procedures['review']['show']>

/** What the four seats are while a circle has not said it in its own words. */
const STANDARD: Readonly<Record<string, { readonly name: string; readonly aim: string }>> = {
  facilitator: { name: 'Facilitator', aim: 'Runs the meeting: how we talk, not what is decided.' },
  secretary: { name: 'Secretary', aim: 'Keeps agenda, minutes and logbook, and tells what was decided.' },
  leader: { name: 'Leader', aim: 'Looks after what is to be done, and brings in what the wider circle needs.' },
  delegate: { name: 'Delegate', aim: 'Brings this circle’s voice into the wider circle.' },
}

const SEAT: Readonly<Record<Line['state'], string>> = {
  vacant: 'nobody',
  filled: '',
  'term-due': 'the term is over: time to select again',
  apart: 'two were selected apart: the circle has to say more',
}

export const roleName = (role: string, name: string | null): string => name ?? STANDARD[role]?.name ?? short(role)

export function tellRoles({ items }: OutputOf<Procedures['role']['list']>): string {
  return items.map(tellRoleLine).join('\n')
}

export function tellRoleLine({ role, name, state, holders, selection }: Line): string {
  const who = holders.map((holder) => `${holder.name}${holder.until === null ? '' : ` until ${holder.until}`}`)
  const notes = [
    ...(SEAT[state] === '' ? [] : [SEAT[state]]),
    ...(selection === null ? [] : [`a selection is under way: ${short(selection.selection)}`]),
  ]
  const id = STANDARD[role] === undefined ? `${short(role)}  ` : ''
  const held = who.length === 0 ? '' : ` ${who.join(' and ')}`
  const noted = notes.length === 0 ? '' : held === '' ? ` ${notes.join('; ')}` : ` (${notes.join('; ')})`
  return `${id}${roleName(role, name)}:${held}${noted}`
}

export function tellRole(page: Page): string {
  const who = naming(page.names)
  const aim = page.described?.aim ?? STANDARD[page.role]?.aim
  return [
    tellRoleLine(page),
    ...section('Aim', aim === undefined ? [] : [aim]),
    ...section('Domain', someOf(page.described?.domain)),
    ...section('Looks after', page.described?.accountabilities ?? []),
    ...section('What helps', page.described?.qualities ?? []),
    '',
    `A term lasts ${page.months} months.`,
    ...section(
      'Selected apart, and not decided yet',
      page.undecided.map(({ name, agreement }) => `${name} (${short(agreement)})`),
    ),
    ...section(
      'Under way',
      page.proposals.map(({ proposal, title }) => `${short(proposal)}  ${title}`),
    ),
    ...section('Until now', page.history.map(tellPast(who))),
    ...section(
      'Reviews',
      page.reviews.map(({ review, about, state, next }) => {
        const again = next === null ? '' : `; again on ${next}`
        return `${short(review)}  ${who(about)}: ${REVIEW[state]}${again}`
      }),
    ),
  ].join('\n')
}

const someOf = (text: string | null | undefined) => (typeof text === 'string' ? [text] : [])

const tellPast =
  (who: (person: string | null) => string) =>
  ({ what, person, at, until, reason }: Page['history'][number]): string => {
    if (what === 'emptied') return `${when(at)}  nobody, by consent`
    if (what === 'laid-down') return `${when(at)}  ${who(person)} laid it down${reason === null ? '' : `: ${reason}`}`
    return `${when(at)}  ${who(person)}${until === null ? '' : ` until ${until}`}`
  }

const REVIEW: Readonly<Record<Review['state'], string>> = {
  opened: 'waits for whoever holds the role to speak first',
  speaking: 'under way',
  planned: 'a plan is proposed',
  agreed: 'a plan is agreed on',
  ended: 'ended without a plan',
}

export function tellReview(page: Review): string {
  const who = naming(page.names)
  const said = (as: 'appreciation' | 'improvement') =>
    page.said.filter((one) => one.as === as).map(({ person, text }) => `${who(person)}: ${text}`)
  return [
    `${roleName(page.role, page.name)}, held by ${who(page.about)} (${short(page.review)}): ${REVIEW[page.state]}`,
    ...section('What went well', said('appreciation')),
    ...section('What could be better', said('improvement')),
    ...section('Not heard yet', page.awaiting.map(who)),
    ...section(
      'Plans',
      page.plans.map(({ proposal, title }) => `${short(proposal)}  ${title}`),
    ),
    ...(page.next === null ? [] : ['', `We look again on ${page.next}.`]),
  ].join('\n')
}
