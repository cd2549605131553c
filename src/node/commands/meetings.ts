import { topicsOf } from '../../domain/meetings/agenda.ts'
import type { NodePort } from '../../api/node-port.ts'
import { attendanceOf } from '../../domain/meetings/attendance.ts'
import { meetingState, plansOf, pointAfter, pointOf, speakingAt, speakingNow } from '../../domain/meetings/queries.ts'
import type { MeetingRecord } from '../../domain/meetings/records.ts'
import type { MeetingPlan } from '../../domain/meetings/events.ts'
import { refuse } from '../../domain/refusal.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import type { Desk } from '../desk.ts'
import { meetingLines, meetingPage } from '../pages/meeting-page.ts'
import { whoShown } from '../pages/meeting-parts.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'
import { optionalWords, title, words } from './texts.ts'
import { whom } from './whom.ts'

export function meetingCommands(desk: Desk): NodePort['meeting'] {
  return {
    ...calling(desk),
    ...sittingTogether(desk),
    ...speaking(desk),
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      return { asOf: asOfText(circle), items: meetingLines(circle) }
    }),
    show: answering(({ meeting }) => {
      const { session, it } = must(desk.meeting(meeting))
      return meetingPage(session.circle, it, session.me, dayOf(desk.clock()))
    }),
  }
}

type Calling = 'schedule' | 'move' | 'cancel' | 'start' | 'end'

function calling(desk: Desk): Pick<NodePort['meeting'], Calling> {
  const now = (meeting: MeetingRecord) => ({ meeting: meeting.id, state: meetingState(meeting) })
  return {
    schedule: answering(async ({ circle, follows, starts, minutes, asOf, ...said }) => {
      const session = must(desk.session(circle))
      const before = follows === undefined ? null : must(desk.meetingIn(session, follows))
      const rhythm = said.rhythm === undefined && before !== null ? plansOf(before)[0].rhythm : said.rhythm
      const body = {
        title: must(title(said.title, 'title')),
        starts,
        minutes,
        place: must(optionalWords(said.place, 'place')),
        note: must(optionalWords(said.note, 'note')),
        follows: before?.id ?? null,
        ...(rhythm ? { rhythm } : {}),
      }
      const { id, meanwhile } = must(await session.say({ type: 'meeting.scheduled', body }, asOf))
      return { meeting: id, meanwhile }
    }),
    move: answering(async ({ meeting, asOf, ...said }) => {
      const { session, it } = must(desk.meeting(meeting))
      const { rhythm: before, ...plan } = plansOf(it)[0]
      const rhythm = said.rhythm === undefined ? before : said.rhythm
      const body = { meeting: it.id, ...plan, ...changed(said), ...(rhythm ? { rhythm } : {}) }
      const { meanwhile } = must(await session.say({ type: 'meeting.moved', body }, asOf))
      return { ...now(it), meanwhile }
    }),
    cancel: answering(async ({ meeting, reason, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const body = { meeting: it.id, reason: must(words(reason, 'reason')) }
      const { meanwhile } = must(await session.say({ type: 'meeting.cancelled', body }, asOf))
      return { ...now(it), meanwhile }
    }),
    start: answering(async ({ meeting, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const { meanwhile } = must(await session.say({ type: 'meeting.started', body: { meeting: it.id } }, asOf))
      return { ...now(it), meanwhile }
    }),
    end: answering(async ({ meeting, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const { meanwhile } = must(await session.say({ type: 'meeting.ended', body: { meeting: it.id } }, asOf))
      return { ...now(it), meanwhile }
    }),
  }
}

function sittingTogether(desk: Desk): Pick<NodePort['meeting'], 'lead' | 'attend' | 'steer' | 'note' | 'evaluate'> {
  return {
    lead: answering(async ({ meeting, as, who, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const body = { meeting: it.id, as, who: whom(desk, session, who) }
      const { meanwhile } = must(await session.say({ type: 'meeting.led', body }, asOf))
      return { meeting: it.id, meanwhile }
    }),
    attend: answering(async ({ meeting, who, here, device, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const body = { meeting: it.id, who: whom(desk, session, who), here, device: device ?? who === undefined }
      const { meanwhile } = must(await session.say({ type: 'meeting.attended', body }, asOf))
      return { meeting: it.id, meanwhile }
    }),
    steer: answering(async ({ meeting, step, item, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const point = pointFor(desk, session, it, { step, item })
      const body = { meeting: it.id, ...point }
      const { meanwhile } = must(await session.say({ type: 'meeting.steered', body }, asOf))
      const about = point.item === null ? undefined : session.circle.meetings.items.get(point.item)
      return { meeting: it.id, point, title: about === undefined ? null : topicsOf(about)[0].title, meanwhile }
    }),
    note: answering(async ({ meeting, item, kind, text, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const about = item === undefined ? null : must(desk.itemIn(session, item)).id
      const body = { meeting: it.id, item: about, kind, text: must(words(text, 'text')) }
      const { id, meanwhile } = must(await session.say({ type: 'meeting.noted', body }, asOf))
      return { note: id, meanwhile }
    }),
    evaluate: answering(async ({ meeting, who, asOf, ...said }) => {
      const { session, it } = must(desk.meeting(meeting))
      const body = {
        meeting: it.id,
        who: whom(desk, session, who),
        content: must(optionalWords(said.content, 'content')),
        process: must(optionalWords(said.process, 'process')),
        people: must(optionalWords(said.people, 'people')),
      }
      const { meanwhile } = must(await session.say({ type: 'meeting.evaluated', body }, asOf))
      return { meeting: it.id, meanwhile }
    }),
  }
}

function speaking(desk: Desk): Pick<NodePort['meeting'], 'ask' | 'turn'> {
  return {
    ask: answering(async ({ meeting, prompt, order, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const { step, item } = pointOf(it)
      const here = attendanceOf(it).filter((one) => one.here)
      const said = order?.map((who) => whom(desk, session, who)) ?? here.map(({ who }) => who)
      if (said.length === 0) return must(refuse('not-present'))
      const body = { meeting: it.id, step, item, prompt: must(optionalWords(prompt, 'prompt')), order: said }
      const { id, meanwhile } = must(await session.say({ type: 'speaking.opened', body }, asOf))
      return { speaking: id, meanwhile }
    }),
    turn: answering(async ({ meeting, who, as, text, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const open = speakingAt(it, pointOf(it)) ?? must(refuse('no-such-speaking'))
      const next = who === undefined ? speakingNow(open).left[0] : whom(desk, session, who)
      if (next === undefined) return must(refuse('no-such-speaking'))
      const body = { speaking: open.id, who: next, as, text: must(optionalWords(text, 'text')) }
      const { meanwhile } = must(await session.say({ type: 'speaking.taken', body }, asOf))
      return { left: speakingNow(open).left.map((one) => whoShown(session.circle, one)), meanwhile }
    }),
  }
}

type Point = ReturnType<typeof pointOf>

/** To an item where one is named, else to a step, else to the next of either. */
function pointFor(
  desk: Desk,
  session: CircleSession,
  meeting: MeetingRecord,
  { step, item }: { readonly step?: Point['step'] | undefined; readonly item?: string | undefined },
): Omit<Point, 'event'> {
  if (item !== undefined) return { step: 'item', item: must(desk.itemIn(session, item)).id }
  if (step !== undefined) return { step, item: null }
  return pointAfter(meeting, pointOf(meeting)) ?? { step: 'closing', item: null }
}

/** Only what was said; null takes a part away. */
type Changed = Partial<Omit<MeetingPlan, 'rhythm'>>
function changed(said: { readonly [K in keyof Changed]: Changed[K] | undefined }): Changed {
  const { title: called, starts, minutes, place, note } = said
  return {
    ...(called === undefined ? {} : { title: must(title(called, 'title')) }),
    ...(starts === undefined ? {} : { starts }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(place === undefined ? {} : { place: must(optionalWords(place, 'place')) }),
    ...(note === undefined ? {} : { note: must(optionalWords(note, 'note')) }),
  }
}
