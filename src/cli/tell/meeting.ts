import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { actionWords } from './action.ts'
import { orNothing, section, short, when } from './lines.ts'

type Page = OutputOf<Procedures['meeting']['show']>
type Line = OutputOf<Procedures['meeting']['list']>['items'][number]
type Item = Page['agenda'][number]
type Spoken = Page['spoken'][number]

const STATE: Readonly<Record<Line['state'], string>> = {
  planned: 'planned',
  running: 'going on now',
  ended: 'over',
  cancelled: 'cancelled',
}
export const STEP: Readonly<Record<Page['point']['step'], string>> = {
  opening: 'opening round',
  admin: 'who is here, minutes, information, next date',
  agenda: 'consent to the agenda',
  item: 'an item of the agenda',
  closing: 'closing round',
}
const KIND: Readonly<Record<Item['kind'], string>> = { report: 'report', explore: 'explore', decide: 'decide' }

export function tellMeetings({ items }: OutputOf<Procedures['meeting']['list']>): string {
  const lines = items.map(
    (one) => `${short(one.meeting)}  ${one.title}, ${when(one.starts)}${at(one)}${often(one)} (${STATE[one.state]})`,
  )
  return orNothing(lines, 'No meeting is planned. Call one with: nst meeting schedule')
}

const at = ({ place }: { readonly place: string | null }) => (place === null ? '' : `, ${place}`)
/** [T9] */
const often = ({ rhythm }: Pick<Line, 'rhythm'>) =>
  rhythm === undefined ? '' : `, every ${rhythm.every === 1 ? rhythm.unit : `${rhythm.every} ${rhythm.unit}s`}`
const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(', ')

export function tellMeeting(page: Page): string {
  const { facilitator, secretary, attendance, speaking } = page
  return [
    `${page.title} (${short(page.meeting)}), ${STATE[page.state]}`,
    `${when(page.starts)}, ${page.minutes} minutes${at(page)}${often(page)}`,
    ...page.others.map((one) => `Moved by somebody else to: ${when(one.starts)}${at(one)}${often(one)}`),
    ...(page.note === null ? [] : [page.note]),
    ...(page.follows === null
      ? []
      : [`Follows: ${page.follows.title}. Its minutes: nst meeting minutes ${short(page.follows.meeting)}`]),
    ...(facilitator.length === 0 ? [] : [`Facilitates: ${names(facilitator)}`]),
    ...(secretary.length === 0 ? [] : [`Writes: ${names(secretary)}`]),
    ...section(
      'Here',
      attendance
        .filter(({ here }) => here)
        .map(
          ({ who, device }) => `${who.name}${who.person === null ? ' (guest)' : device ? '' : ' (without a device)'}`,
        ),
    ),
    ...section('Agenda', page.agenda.map(itemLine)),
    ...(page.accepted ? ['', 'Everyone here said yes to this agenda.'] : []),
    ...section(
      'To change in the agenda',
      page.changes.map(({ who, text }) => `${who.name}: ${text}`),
    ),
    ...(page.state === 'running' ? ['', `Now: ${pointOf(page)}`] : []),
    ...(speaking === null ? [] : section('Speaking', speakingLines(speaking))),
    ...section(
      'Notes',
      page.notes.map(({ text, name }) => `${name}: ${text}`),
    ),
    ...section('Said in the room', page.spoken.map(spokenLine)),
    ...section(
      'Next steps',
      page.actions.map((one) => `${short(one.action)}  ${actionWords(one)}`),
    ),
  ].join('\n')
}

function pointOf({ point, agenda, left }: Page): string {
  return [...agenda, ...left].find(({ item }) => item === point.item)?.title ?? STEP[point.step]
}

function itemLine(item: Item): string {
  const notes = [KIND[item.kind], `${item.minutes} min`, ...(item.ownerName === null ? [] : [item.ownerName])]
  const outcomes = item.outcomes.map(({ text }) => ` -> ${text}`).join('')
  return `${short(item.item)}  ${item.title} (${notes.join(', ')})${outcomes}`
}

function speakingLines({ prompt, turns, left }: NonNullable<Page['speaking']>): string[] {
  const said = turns.map(({ who, as, text }) => `${who.name}: ${as === 'pass' ? '(passes)' : (text ?? '(has spoken)')}`)
  return [...(prompt === null ? [] : [prompt]), ...said, ...(left.length === 0 ? [] : [`Next: ${names(left)}`])]
}

/** Shown for ever as what it is: said by one, written down by another. */
export function spokenLine({ spoken, who, by, kind, text, witnesses, confirmed, disputed }: Spoken): string {
  const what = kind === 'consent' ? 'consents' : kind === 'objection' ? `objects: ${text ?? ''}` : (text ?? '')
  const heard = witnesses.length === 0 ? 'nobody else has signed it' : `heard by ${names(witnesses)}`
  const since = disputed !== null ? `; disputed: ${disputed}` : confirmed ? '; confirmed' : ''
  return `${short(spoken)}  ${who.name}: ${what} (written down by ${by.name}; ${heard}${since})`
}
