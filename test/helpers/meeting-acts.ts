import { actionState } from '../../src/domain/actions/queries.ts'
import type { MeetingRecord } from '../../src/domain/meetings/records.ts'
import { minutesDrafts } from '../../src/domain/meetings/queries.ts'
import { attendanceOf } from '../../src/domain/meetings/attendance.ts'
import { placeBetween } from '../../src/domain/meetings/agenda.ts'
import type { Dice } from './dice.ts'
import { who } from './meeting-words.ts'
import type { Person } from './people.ts'

type Saying = readonly [type: string, body: unknown]
type MeetingAct = (me: Person, meeting: MeetingRecord, dice: Dice) => Saying | undefined

const plan = (dice: Dice) => {
  const starts = 1_800_000_000_000 + dice.below(1e9)
  return { title: 'Evening', starts, minutes: 60 + dice.below(60), place: null, note: null }
}
const topic = (dice: Dice) => ({
  kind: dice.oneOf(['report', 'explore', 'decide']),
  title: `Item ${dice.below(1e6)}`,
  minutes: 5,
  owner: null,
  about: null,
})
const of =
  (type: string, more: (me: Person, dice: Dice) => object = () => ({})): MeetingAct =>
  (me, meeting, dice) => [type, { meeting: meeting.id, ...more(me, dice) }]
const ofItem =
  (type: string, more: (dice: Dice) => object): MeetingAct =>
  (_, meeting, dice) => {
    const item = dice.oneOf(meeting.items)
    return item && [type, { item: item.id, ...more(dice) }]
  }

const open: MeetingAct = (me, meeting) => [
  'speaking.opened',
  {
    meeting: meeting.id,
    step: 'opening',
    item: null,
    prompt: null,
    order: me.electorate().map((person) => ({ person })),
  },
]

const turn: MeetingAct = (_, meeting, dice) => {
  const speaking = dice.oneOf(meeting.speakings)
  const next = speaking && dice.oneOf(speaking.order)
  return (
    next && [
      'speaking.taken',
      { speaking: speaking.id, who: next, as: dice.oneOf(['done', 'pass', 'again']), text: null },
    ]
  )
}

const attend: MeetingAct = (me, meeting, dice) => {
  const person = dice.happens(60) ? me.id : dice.oneOf([...me.circle.members.keys()])
  const seen = { who: { person }, here: dice.happens(85), device: person === me.id }
  return ['meeting.attended', { meeting: meeting.id, ...seen }]
}

const writeMinutes: MeetingAct = (_, meeting, dice) => {
  const drafts = minutesDrafts(meeting).map(({ id }) => id)
  const parents = dice.shuffled(drafts).slice(0, dice.below(3))
  return ['minutes.written', { meeting: meeting.id, parents, text: `We met ${dice.below(1e6)}` }]
}

const ofAction: MeetingAct = (me, _, dice) => {
  const action = dice.oneOf([...me.circle.actions.values()])
  const note = { text: `step ${dice.below(1e6)}`, owner: dice.happens(50) ? me.id : null, due: null, waitingFor: null }
  if (action === undefined || dice.happens(20)) return ['action.noted', { ...note, from: null }]
  if (actionState(action) !== 'open') return ['action.reopened', { action: action.id, reason: 'once more' }]
  if (dice.happens(50)) return ['action.changed', { action: action.id, ...note }]
  return dice.happens(50)
    ? ['action.done', { action: action.id, note: null }]
    : ['action.dropped', { action: action.id, reason: 'no need' }]
}

/** Of somebody noted as there without a device: an answer in an open round. */
const speak: MeetingAct = (me, meeting, dice) => {
  const proposal = dice.oneOf([...me.circle.proposals.values()])
  const round = dice.oneOf(proposal?.rounds ?? [])
  const here = dice.oneOf(attendanceOf(meeting).filter((one) => one.here && !one.device))
  if (here === undefined || round === undefined) return undefined
  const about = { round: round.id, version: round.version }
  const says = dice.happens(70) ? { kind: 'consent', ...about } : { kind: 'objection', ...about, reason: 'too hot' }
  return ['words.spoken', { meeting: meeting.id, who: here.who, says }]
}

const ofWord: MeetingAct = (me, _, dice) => {
  const word = dice.oneOf([...me.circle.words.values()])
  const isMine = word !== undefined && 'person' in word.who && word.who.person === me.id
  if (word === undefined || !isMine) return word && ['words.witnessed', { spoken: word.id }]
  return dice.happens(60)
    ? ['words.confirmed', { spoken: word.id }]
    : ['words.disputed', { spoken: word.id, reason: 'I did not say that' }]
}

const meetingActs: readonly MeetingAct[] = [
  of('meeting.moved', (_, dice) => plan(dice)),
  of('meeting.cancelled', () => ({ reason: 'rain' })),
  of('meeting.started'),
  of('meeting.ended'),
  of('meeting.led', (me) => ({ as: 'facilitator', who: who(me) })),
  of('meeting.steered', (_, dice) => ({ step: dice.oneOf(['opening', 'admin', 'agenda', 'closing']), item: null })),
  of('meeting.noted', () => ({ item: null, kind: 'note', text: 'mind it' })),
  of('meeting.evaluated', (me) => ({ who: who(me), content: 'good', process: null, people: null })),
  of('agenda.added', (_, dice) => ({ ...topic(dice), position: placeBetween(null, null) })),
  of('agenda.answered', (me, dice) => ({ who: who(me), items: [], change: dice.happens(50) ? 'shorter' : null })),
  ofItem('agenda.changed', topic),
  ofItem('agenda.placed', (dice) => ({ position: dice.oneOf(['c', 'i', 'r']) })),
  ofItem('agenda.removed', (dice) => ({ as: dice.oneOf(['removed', 'handed-back']), reason: null })),
  ofItem('outcome.written', (dice) => ({ text: `outcome ${dice.below(1e6)}` })),
  open,
  turn,
  attend,
  attend,
  writeMinutes,
  ofAction,
  ofAction,
  speak,
  speak,
  ofWord,
  ofWord,
  ofWord,
]

/** Something said about meetings and next steps; the first of all calls a meeting. */
export function anyMeetingAct(me: Person, dice: Dice): Saying | undefined {
  const meeting = dice.oneOf([...me.circle.meetings.meetings.values()])
  if (meeting === undefined) return ['meeting.scheduled', { ...plan(dice), follows: null }]
  return dice.oneOf(meetingActs)?.(me, meeting, dice)
}
