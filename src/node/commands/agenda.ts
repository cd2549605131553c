import type { Procedures } from '../../api/contract.ts'
import type { InputOf, NodePort } from '../../api/node-port.ts'
import type { Circle } from '../../domain/circle.ts'
import { agendaOf, placeBetween, positionOf, topicsOf } from '../../domain/meetings/agenda.ts'
import { agendaConsent } from '../../domain/meetings/attendance.ts'
import type { AgendaTopic } from '../../domain/meetings/events.ts'
import { meetingState } from '../../domain/meetings/queries.ts'
import type { AgendaItemRecord, MeetingRecord } from '../../domain/meetings/records.ts'
import { refuse } from '../../domain/refusal.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk } from '../desk.ts'
import { meetingLines } from '../pages/meeting-page.ts'
import { versionShown } from '../pages/proposal-page.ts'
import { answering, must } from './answering.ts'
import { optionalWords, title, words } from './texts.ts'
import { whom } from './whom.ts'

export function agendaCommands(desk: Desk): NodePort['agenda'] {
  return {
    ...items(desk),
    answer: answering(async ({ meeting, who, change, asOf }) => {
      const { session, it } = must(desk.meeting(meeting))
      const body = {
        meeting: it.id,
        who: whom(desk, session, who),
        items: agendaOf(it).map(({ id }) => id),
        change: must(optionalWords(change, 'change')),
      }
      const { meanwhile } = must(await session.say({ type: 'agenda.answered', body }, asOf))
      return { accepted: agendaConsent(it).accepted, meanwhile }
    }),
    outcome: answering(async ({ item, text, asOf }) => {
      const { session, it } = must(desk.item(item))
      const body = { item: it.id, text: must(words(text, 'text')) }
      const { meanwhile } = must(await session.say({ type: 'outcome.written', body }, asOf))
      return { item: it.id, meanwhile }
    }),
    take: answering(async ({ proposal, meeting, minutes, asOf }) => {
      const { session, it } = must(desk.proposal(proposal))
      const into = meeting === undefined ? nextMeeting(session.circle) : must(desk.meetingIn(session, meeting))
      if (into === null) return must(refuse('no-such-meeting'))
      const about = { kind: 'proposal' as const, id: it.id }
      const topic = { kind: 'decide' as const, title: versionShown(it).content.title, minutes: minutes ?? 20 }
      const body = { meeting: into.id, ...topic, owner: it.author, about, position: atTheEnd(into) }
      const { id, meanwhile } = must(await session.say({ type: 'agenda.added', body }, asOf))
      return { meeting: into.id, item: id, meanwhile }
    }),
    handBack: answering(({ item, reason, asOf }) => remove(desk, 'handed-back', { item, reason, asOf })),
  }
}

function items(desk: Desk): Pick<NodePort['agenda'], 'add' | 'change' | 'place' | 'remove'> {
  return {
    add: answering(async ({ meeting, asOf, ...said }) => {
      const { session, it } = must(desk.meeting(meeting))
      const body = {
        meeting: it.id,
        kind: said.kind,
        title: must(title(said.title, 'title')),
        minutes: said.minutes,
        owner: said.owner === undefined || said.owner === null ? null : must(desk.person(session, said.owner)),
        about: aboutOf(desk, session, said.about ?? null),
        position: atTheEnd(it),
      }
      const { id, meanwhile } = must(await session.say({ type: 'agenda.added', body }, asOf))
      return { item: id, meanwhile }
    }),
    change: answering(async ({ item, asOf, ...said }) => {
      const { session, it } = must(desk.item(item))
      const [before] = topicsOf(it)
      const { owner } = said
      const body = {
        item: it.id,
        about: before.about,
        kind: said.kind ?? before.kind,
        title: said.title === undefined ? before.title : must(title(said.title, 'title')),
        minutes: said.minutes ?? before.minutes,
        owner: owner === undefined ? before.owner : owner === null ? null : must(desk.person(session, owner)),
      }
      const { meanwhile } = must(await session.say({ type: 'agenda.changed', body }, asOf))
      return { item: it.id, meanwhile }
    }),
    place: answering(async ({ item, under, asOf }) => {
      const { session, it } = must(desk.item(item))
      const above = under === null ? null : must(desk.itemIn(session, under))
      const body = { item: it.id, position: placeUnder(session.circle, it, above) }
      const { meanwhile } = must(await session.say({ type: 'agenda.placed', body }, asOf))
      return { item: it.id, meanwhile }
    }),
    remove: answering(({ item, reason, asOf }) => remove(desk, 'removed', { item, reason, asOf })),
  }
}

type Removing = { readonly item: string; readonly reason?: string | undefined; readonly asOf?: string | undefined }

async function remove(desk: Desk, as: 'removed' | 'handed-back', { item, reason, asOf }: Removing) {
  const { session, it } = must(desk.item(item))
  const body = { item: it.id, as, reason: must(optionalWords(reason, 'reason')) }
  const { meanwhile } = must(await session.say({ type: 'agenda.removed', body }, asOf))
  return { item: it.id, meanwhile }
}

/** Whatever goes on now, else the nearest that is planned. */
function nextMeeting(circle: Circle): MeetingRecord | null {
  const all = [...circle.meetings.meetings.values()]
  const running = all.find((meeting) => meetingState(meeting) === 'running')
  const [next] = meetingLines(circle).filter(({ state }) => state === 'planned')
  return running ?? circle.meetings.meetings.get(next?.meeting ?? '') ?? null
}

function atTheEnd(meeting: MeetingRecord): string {
  const last = agendaOf(meeting).at(-1)
  return placeBetween(last === undefined ? null : positionOf(last), null)
}

function placeUnder(circle: Circle, item: AgendaItemRecord, above: AgendaItemRecord | null): string {
  const meeting = circle.meetings.meetings.get(item.meeting)
  const others = meeting === undefined ? [] : agendaOf(meeting).filter((one) => one !== item)
  const at = above === null ? 0 : others.indexOf(above) + 1
  const [before, after] = [others[at - 1], others[at]]
  return placeBetween(before === undefined ? null : positionOf(before), after === undefined ? null : positionOf(after))
}

type About = InputOf<Procedures['agenda']['add']>['about'] & object

function aboutOf(desk: Desk, session: CircleSession, about: About | null): AgendaTopic['about'] {
  if (about === null) return null
  const { kind, id } = about
  if (kind === 'proposal') return { kind, id: must(desk.proposal(id)).it.id }
  if (kind === 'agreement') return { kind, id: must(desk.agreementIn(session, id)).id }
  if (kind === 'driver') return { kind, id: must(desk.driverIn(session, id)).id }
  if (kind === 'minutes') return { kind, id: must(desk.meetingIn(session, id)).id }
  return { kind, id: must(desk.role(session, id)).id }
}
