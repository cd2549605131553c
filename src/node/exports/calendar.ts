import { contentOf, dueOf } from '../../domain/agreements/life.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import type { AgreementRecord, Circle } from '../../domain/circle.ts'
import type { HashText } from '../../domain/event.ts'
import { agendaOf, topicsOf } from '../../domain/meetings/agenda.ts'
import { followersOf, meetingState, plansOf } from '../../domain/meetings/queries.ts'
import type { MeetingRecord } from '../../domain/meetings/records.ts'
import { nameOf } from '../../domain/members/queries.ts'
import type { Effect } from '../../domain/proposals/effect.ts'
import { purpose } from '../../domain/purpose.ts'
import { roles, seatIn, type Role } from '../../domain/roles/queries.ts'
import { isStandard, seatSlot } from '../../domain/roles/role.ts'
import { closeOf } from '../pages/agreement-page.ts'
import { timeOf } from '../pages/shown.ts'
import { icalOf, type CalendarEntry, type Repeating } from './ical.ts'
import { movedFrom, type Repeats } from './repeating.ts'
import type { TimeZone } from './time-zone.ts'
import { wordsOf, type FileWords, type Language } from './words.ts'

type Making = {
  readonly circle: Circle
  readonly category: string
  readonly says: FileWords
  readonly today: string
  /** With places, agendas and names: not in what may lie in somebody else's calendar. */
  readonly details: boolean
  readonly zone: TimeZone | null
  readonly uid: (kind: string, id: string) => string
}
type Asked = {
  readonly language: Language
  readonly today: string
  readonly details: boolean
  readonly hash: HashText
  /** Of whoever takes the calendar out; its name stands there with the details only, since it says where they are. */
  readonly zone: TimeZone | null
}

const REMIND_DAYS = 14
const YEAR_MS = 366 * 24 * 60 * 60_000

/** A circle's meetings, the days on which agreements are looked at again, and the ends of terms. */
export function calendarOf(circle: Circle, { language, today, details, hash, zone }: Asked): string {
  const { name } = purpose(circle)
  // Stays the same when something is moved or renewed, and tells nobody an id out of the circle.
  const uid = (kind: string, id: string) =>
    `${hash(`nst/1 calendar ${circle.id} ${kind} ${id}`).slice(0, 32)}@nst.invalid`
  const making: Making = { circle, category: name, says: wordsOf(language), today, details, zone, uid }
  const entries = [
    ...[...circle.meetings.meetings.values()].map((meeting) => meetingEntry(making, meeting)),
    ...[...circle.agreements.values()].flatMap((agreement) => reviewEntry(making, agreement)),
    ...roles(circle).flatMap((role) => termEntry(making, role)),
  ]
  return icalOf(
    name,
    entries.sort((a, b) => byCodeUnit(dayIn(a), dayIn(b)) || byCodeUnit(a.uid, b.uid)),
    details ? zone : null,
  )
}

const dayIn = ({ when }: CalendarEntry) => ('day' in when ? when.day : new Date(when.starts).toISOString())

function meetingEntry({ circle, category, details, today, zone, uid }: Making, meeting: MeetingRecord): CalendarEntry {
  const [plan, ...others] = plansOf(meeting)
  const next = followersOf(circle, meeting.id)
  const hadRhythm = meeting.plans.some((one) => one.plan.rhythm !== undefined)
  const changes = [...meeting.plans, ...meeting.cancelled, ...(hadRhythm ? next : [])]
  const state = meetingState(meeting)
  const agenda = agendaOf(meeting).map((item) => `- ${topicsOf(item)[0].title}`)
  const description = [...(plan.note === null ? [] : [plan.note]), ...agenda].join('\n')
  return {
    uid: uid('meeting', meeting.id),
    stamp: Math.max(...changes.map(({ id }) => timeOf(circle, id))),
    sequence: changes.length - 1,
    summary: plan.title,
    when: { starts: plan.starts, minutes: plan.minutes },
    // [T9] The next one is an entry of its own, and the rhythm goes on from there: no evening stands in a calendar twice.
    repeats:
      state === 'cancelled' || next.length > 0 || plan.rhythm === undefined
        ? null
        : repeating(plan.starts, plan.rhythm, details ? null : zone, today),
    category,
    status: state === 'cancelled' ? 'CANCELLED' : others.length > 0 ? 'TENTATIVE' : 'CONFIRMED',
    location: details ? plan.place : null,
    description: details && description !== '' ? description : null,
    remind: null,
  }
}

/**
 * With the zone a rule is enough. Without its name a rule would be an hour off as soon as clocks are changed: then the times
 * of a year are told, and those that the rule has wrongly each for itself.
 */
function repeating(starts: number, rhythm: Repeats, hidden: TimeZone | null, today: string): Repeating {
  const until = Math.max(starts, Date.parse(today)) + YEAR_MS
  const moved = hidden === null ? [] : movedFrom(starts, rhythm, hidden, until)
  return { ...rhythm, until: moved.length === 0 ? null : until, moved }
}

/** What takes an agreement's place moves the same entry: both are in one slot. */
function reviewEntry(
  { circle, category, says, today, details, uid }: Making,
  agreement: AgreementRecord,
): CalendarEntry[] {
  const content = contentOf(circle, agreement)
  const slot = circle.proposals.get(agreement.proposal)?.slot
  if (content === null || slot === undefined || dueOf(circle, agreement, today) === null) return []
  return [
    {
      uid: uid('review', slot.id),
      stamp: timeOf(circle, closeOf(agreement)?.id ?? ''),
      sequence: agreementsIn(slot.closes) - 1,
      summary: `${says.reviewOf}: ${details ? content.title : (plainTitle(says, content.effect) ?? content.title)}`,
      when: { day: content.review },
      repeats: null,
      category,
      status: 'CONFIRMED',
      location: null,
      description: null,
      remind: REMIND_DAYS,
    },
  ]
}

function termEntry({ circle, category, says, details, uid }: Making, { id, described }: Role): CalendarEntry[] {
  const [holder] = seatIn(circle, id).holders
  if (holder?.until === null || holder === undefined) return []
  const closes = circle.slots.get(seatSlot(id))?.closes ?? []
  const agreement = circle.agreements.get(holder.agreement)
  const name = described?.name ?? (isStandard(id) ? says.roles[id] : '')
  return [
    {
      uid: uid('term', id),
      stamp: timeOf(circle, (agreement && closeOf(agreement)?.id) ?? ''),
      sequence: Math.max(0, agreementsIn(closes) - 1),
      summary: `${says.termOf}: ${name}`,
      when: { day: holder.until },
      repeats: null,
      category,
      status: 'CONFIRMED',
      location: null,
      description: details ? nameOf(circle, holder.person) : null,
      remind: REMIND_DAYS,
    },
  ]
}

/** Titles of agreements about somebody say who it is; then it is told what kind of thing it is. */
function plainTitle({ kinds }: FileWords, effect: Effect | null): string | null {
  if (effect?.kind === 'seat' || effect?.kind === 'plan') return kinds.role
  return effect?.kind === 'admit' || effect?.kind === 'remove' || effect?.kind === 'rest' ? kinds.belonging : null
}

const agreementsIn = (closes: readonly { readonly agreement: string }[]) =>
  new Set(closes.map(({ agreement }) => agreement)).size
