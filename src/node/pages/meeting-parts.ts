import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle } from '../../domain/circle.ts'
import { outcomesOf, removalOf, topicsOf } from '../../domain/meetings/agenda.ts'
import { keyOf } from '../../domain/meetings/attendance.ts'
import type { AgendaTopic, Who } from '../../domain/meetings/events.ts'
import { agreedMinutes, meetingState, minutesDrafts, plannerOf, plansOf } from '../../domain/meetings/queries.ts'
import type { AgendaItemRecord, Evaluation, MeetingRecord, MinutesRecord, Turn } from '../../domain/meetings/records.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { isConfirmed, isDisputed, isHeard, witnessesOf } from '../../domain/spoken/queries.ts'
import type { SpokenWord } from '../../domain/spoken/records.ts'
import { witnessingCounts } from '../../domain/spoken/rules.ts'
import { titleOf } from './agreement-page.ts'
import { wordingShown } from './driver-page.ts'
import { proposalState, versionShown } from './proposal-page.ts'
import { timeOf } from './shown.ts'

export type MeetingPage = OutputOf<Procedures['meeting']['show']>
type WhoShown = MeetingPage['facilitator'][number]
type Item = MeetingPage['agenda'][number]
type SpokenLine = MeetingPage['spoken'][number]

export function whoShown(circle: Circle, who: Who): WhoShown {
  if ('person' in who) return { key: keyOf(who), person: who.person, name: nameOf(circle, who.person) }
  return { key: keyOf(who), person: null, name: who.guest }
}

export function meetingLine(circle: Circle, meeting: MeetingRecord) {
  const by = plannerOf(meeting)
  return {
    meeting: meeting.id,
    circle: circle.id,
    ...plansOf(meeting)[0],
    ...(by !== undefined && { titleBy: by }),
    state: meetingState(meeting),
  }
}

export function itemShown(circle: Circle, item: AgendaItemRecord): Item {
  const [topic, ...others] = topicsOf(item)
  const removal = removalOf(item)
  return {
    item: item.id,
    ...topicShown(circle, topic),
    others: others.map((one) => topicShown(circle, one)),
    outcomes: outcomesOf(item).map(({ text, person }) => ({ text, name: nameOf(circle, person) })),
    left: removal?.as ?? null,
    reason: removal?.reason ?? null,
  }
}

function topicShown(circle: Circle, { about, owner, ...topic }: AgendaTopic) {
  const title = about === null ? '' : aboutTitle(circle, about)
  return {
    ...topic,
    owner,
    ownerName: owner === null ? null : nameOf(circle, owner),
    about: about === null ? null : { ...about, title },
  }
}

function aboutTitle(circle: Circle, { kind, id }: NonNullable<AgendaTopic['about']>): string {
  const proposal = kind === 'proposal' ? circle.proposals.get(id) : undefined
  const agreement = kind === 'agreement' ? circle.agreements.get(id) : undefined
  const driver = kind === 'driver' ? circle.drivers.get(id) : undefined
  const meeting = kind === 'minutes' ? circle.meetings.meetings.get(id) : undefined
  if (proposal !== undefined) return versionShown(proposal).content.title
  if (agreement !== undefined) return titleOf(circle, agreement)
  if (driver !== undefined) return wordingShown(driver).content.statement
  return meeting === undefined ? '' : plansOf(meeting)[0].title
}

export function turnShown(
  circle: Circle,
  { who, as, text }: Turn,
): { who: WhoShown; as: 'done' | 'pass'; text: string | null } {
  return { who: whoShown(circle, who), as: as === 'pass' ? 'pass' : 'done', text }
}

export function evaluationShown(circle: Circle, { who, content, process, people }: Evaluation) {
  return { who: whoShown(circle, who), content, process, people }
}

export function wordsAt(circle: Circle, meeting: string, me: string): SpokenLine[] {
  const words = [...circle.words.values()].filter((word) => word.meeting === meeting)
  return words.map((word) => spokenLine(circle, word, me)).sort((a, b) => a.at - b.at)
}

export function spokenLine(circle: Circle, word: SpokenWord, me: string): SpokenLine {
  const { who, says } = word
  const round = says.kind === 'words' ? undefined : circle.rounds.get(says.round)
  const response = circle.responses.get(word.id)
  const signed = witnessesOf(word)
  return {
    spoken: word.id,
    who: whoShown(circle, who),
    by: { person: word.person, name: nameOf(circle, word.person) },
    kind: says.kind,
    text: says.kind === 'words' ? says.text : says.kind === 'objection' ? says.reason : null,
    item: says.kind === 'words' ? says.item : null,
    proposal: round?.proposal ?? null,
    witnesses: signed.map((person) => ({ person, name: nameOf(circle, person) })),
    needed: word.needed(EVERYTHING),
    confirmed: isConfirmed(word),
    disputed: isDisputed(word) ? (word.disputed.at(-1)?.reason ?? '') : null,
    stands: response !== undefined && isHeard(response, EVERYTHING),
    mayWitness: !signed.includes(me) && witnessingCounts(circle, EVERYTHING, word.id, me) === null,
    mine: 'person' in who && who.person === me,
    at: timeOf(circle, word.id),
  }
}

export function minutesStanding(circle: Circle, meeting: MeetingRecord): MeetingPage['standing'] {
  const agreed = agreedMinutes(circle, meeting.id)
  const underWay = [...circle.proposals.values()].find((proposal) => {
    const { effect } = versionShown(proposal).content
    return effect?.kind === 'minutes' && effect.meeting === meeting.id && isUnderWay(proposalState(circle, proposal))
  })
  return {
    drafts: minutesDrafts(meeting).map((one) => textShown(circle, one)),
    agreed: agreed === null ? null : textShown(circle, agreed),
    proposal: underWay?.id ?? null,
  }
}

const isUnderWay = (state: ReturnType<typeof proposalState>) => ['open', 'in-round', 'contested'].includes(state)

const textShown = (circle: Circle, { id, text, person }: MinutesRecord) => ({
  minutes: id,
  text,
  name: nameOf(circle, person),
  at: timeOf(circle, id),
})
