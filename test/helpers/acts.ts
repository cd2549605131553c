import { agreementState } from '../../src/domain/agreements/queries.ts'
import type { ProposalRecord, ResponseRecord } from '../../src/domain/circle.ts'
import { openRounds } from '../../src/domain/rounds/queries.ts'
import type { Body } from '../../src/domain/events.ts'
import { clauseOf } from './belonging-acts.ts'
import type { Dice } from './dice.ts'
import { anyDriverAct } from './driver-acts.ts'
import { anyMeetingAct } from './meeting-acts.ts'
import { type Person, words } from './people.ts'

/** What somebody may be about to say: a type, a body, and how often it comes up beside the others. */
export type Saying = readonly [type: string, body: unknown]
type Act = (me: Person, proposal: ProposalRecord, dice: Dice) => Saying | undefined

const objections = (proposal: ProposalRecord): ResponseRecord[] =>
  proposal.responses.filter((one) => one.answer === 'objection')

const anyRound = (proposal: ProposalRecord, dice: Dice) =>
  dice.oneOf(dice.happens(85) ? openRounds(proposal) : proposal.rounds)

const about = (type: string, what: (proposal: ProposalRecord) => readonly { readonly id: string }[]): Act => {
  const key = type.startsWith('objection') ? 'objection' : 'close'
  return (_, proposal, dice) => {
    const one = dice.oneOf(what(proposal))
    return one && [type, { [key]: one.id }]
  }
}

const amend: Act = (me, proposal, dice) => {
  const parents = dice.shuffled(proposal.versions).slice(0, dice.happens(80) ? 1 : 2)
  const integrates = objections(proposal).filter(() => dice.happens(60))
  const { changes = null, effect = null } = proposal.versions[0]?.content ?? {}
  const answers = dice.happens(20) ? (driverOf(me, dice)?.id ?? null) : null
  const content = words({ text: `draft ${dice.below(1e9)}`, changes, effect, answers })
  const ids = (list: readonly { readonly id: string }[]) => list.map((one) => one.id)
  return ['proposal.amended', { proposal: proposal.id, parents: ids(parents), content, integrates: ids(integrates) }]
}

const open: Act = (me, proposal, dice) => {
  const version = dice.happens(70) ? proposal.versions.at(-1) : dice.oneOf(proposal.versions)
  const electorate = me.electorate(proposal.id)
  return ['round.opened', { proposal: proposal.id, version: version?.id, electorate, ...clauseOf(me, dice) }]
}

const consent: Act = (_, proposal, dice) => {
  const round = anyRound(proposal, dice)
  return round && ['consent.given', { round: round.id, version: round.version }]
}

const object: Act = (_, proposal, dice) => {
  const round = anyRound(proposal, dice)
  return round && ['objection.raised', { round: round.id, version: round.version, reason: `harm ${dice.below(1e9)}` }]
}

/** A round that can be closed where there is one. */
const close: Act = (me, proposal, dice) => {
  const rounds = dice.shuffled(proposal.rounds)
  const ready = rounds.find((round) => me.refusal('round.closed', me.closing(round.id)) === null)
  const round = ready ?? rounds[0]
  return round && ['round.closed', me.closing(round.id)]
}

const test: Act = (_, proposal, dice) => {
  const objection = dice.oneOf(objections(proposal))
  const qualifies = dice.happens(25)
  return objection && ['objection.tested', { objection: objection.id, qualifies, reason: 'a wish' }]
}

const objectToAgreement: Act = (me, _, dice) => {
  const agreement = dice.oneOf([...me.circle.agreements.keys()])
  return agreement === undefined ? undefined : ['agreement.objected', { agreement, reason: 'it has changed' }]
}

/** What is done with something agreed: seeing how it does, or another proposal in its place, or for its end. */
export function aboutAgreement(me: Person, dice: Dice): Saying | undefined {
  const agreement = dice.oneOf([...me.circle.agreements.keys()])
  if (agreement === undefined) return undefined
  if (dice.happens(50)) {
    const results = [{ criterion: 'it works', well: dice.oneOf(['met', 'partly', 'not', 'unsure']), text: null }]
    return ['agreement.evaluated', { agreement, results, note: null }]
  }
  const effect = dice.happens(30) ? { kind: 'end' as const } : null
  const text = dice.happens(50) ? words().text : `another way ${dice.below(1e9)}`
  return ['proposal.presented', { content: words({ changes: agreement, effect, text }) }]
}

const end: Act = (_, proposal, dice) => {
  const as = dice.happens(70) ? 'tabled' : 'withdrawn'
  return ['proposal.ended', { proposal: proposal.id, as, until: null, reason: 'not now' }]
}

const answer: Act = (_, proposal, dice) => {
  const question = dice.oneOf(proposal.questions)
  return question && ['question.answered', { question: question.id, text: 'like this' }]
}

const concern: Act = (me, proposal, dice) => {
  const own = [...me.circle.agreements.values()].filter((one) => one.proposal === proposal.id)
  const agreement = own.find((one) => agreementState(me.circle, one) !== 'invalid')?.id ?? null
  return ['concern.added', { proposal: proposal.id, agreement: dice.happens(50) ? agreement : null, text: 'mind it' }]
}

const on =
  (type: string, more: object = {}): Act =>
  (_, proposal) => [type, { proposal: proposal.id, ...more }]

const driverOf = (me: Person, dice: Dice) => dice.oneOf([...me.circle.drivers.values()])

/** Every kind of act on a proposal, and how often. */
export const acts: readonly (readonly [times: number, act: Act])[] = [
  [20, consent],
  [10, close],
  [6, open],
  [7, object],
  [5, amend],
  [4, about('close.seen', (proposal) => proposal.closes)],
  [3, about('objection.understood', objections)],
  [4, test],
  [4, about('objection.withdrawn', objections)],
  [3, about('objection.reframed', objections)],
  [2, objectToAgreement],
  [1, end],
  [1, on('question.asked', { text: 'how?' })],
  [4, answer],
  [3, on('proposal.understood')],
  [3, on('reaction.given', { text: 'good' })],
  [2, concern],
  [1, () => ['member.on-leave', {}]],
  [2, () => ['member.returned', {}]],
  [1, () => ['member.left', {}]],
  [1, (me, _, dice) => ['device.borrowed', { from: dice.oneOf([...me.circle.members.keys()]) ?? me.id }]],
  [6, (me, _, dice) => anyDriverAct(me, dice)],
  [12, (me, _, dice) => anyMeetingAct(me, dice)],
]

/** What brings a proposal on: closing what can be closed, else consenting where one was asked, else opening a round. */
export function nextStep(me: Person, proposal: ProposalRecord, dice: Dice): Saying | undefined {
  const closing = close(me, proposal, dice)
  if (closing !== undefined && me.refusal('round.closed', closing[1] as Body<'round.closed'>) === null) return closing
  const round = openRounds(proposal)[0]
  if (round === undefined) return dice.happens(30) ? open(me, proposal, dice) : undefined
  const mine = proposal.responses.some((one) => one.person === me.id && one.round === round.id)
  return mine ? undefined : ['consent.given', { round: round.id, version: round.version }]
}

const total = acts.reduce((sum, [times]) => sum + times, 0)

export function anyAct(me: Person, proposal: ProposalRecord, dice: Dice): Saying | undefined {
  let left = dice.below(total)
  for (const [times, act] of acts) {
    left -= times
    if (left < 0) return act(me, proposal, dice)
  }
  return undefined
}
