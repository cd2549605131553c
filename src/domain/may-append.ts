import type { Circle, ProposalRecord } from './circle.ts'
import { clockAfter, EVERYTHING, inPast, type Past, type Stamp } from './causality.ts'
import { FORMAT, type CircleEvent } from './event.ts'
import { eventBodies, type Body, type EventType } from './events.ts'
import { agreementState, contestsOf, supersededBy } from './agreements/queries.ts'
import type { Kind, Tools } from './kind.ts'
import { kinds } from './kinds.ts'
import { isGone } from './members/cuts.ts'
import { forkProblem } from './members/forks.ts'
import { voiceProblem } from './members/voice.ts'
import { holderOf } from './members/queries.ts'
import { closedProblem } from './standing/closed.ts'
import { refusal, type Refusal } from './refusal.ts'
import { openRounds } from './rounds/queries.ts'
import { closeProblem, type Closing } from './rounds/closing.ts'

/** What a person is about to say, before it is signed. */
export type Draft = { [T in EventType]: DraftOf<T> }[EventType]

interface DraftOf<T extends EventType> {
  readonly type: T
  readonly body: Body<T>
  readonly device: string
  /** The events its author was looking at, besides their own. */
  readonly seen: readonly string[]
  /** The author's today, as YYYY-MM-DD: a clock advises the author, it never decides (D2.1). */
  readonly today: string
  /** The author's clock, in milliseconds: what the event will claim. */
  readonly at: number
}

/**
 * Asked before writing (architecture.md, law 4): may use everything this node knows, and tells the person why not.
 * What it lets through also counts for everyone else, since the fold's own rule is asked first, on the draft's own past.
 */
export function mayAppend(circle: Circle, draft: Draft, tools: Tools): Refusal | null {
  const past = pastOfDraft(circle, draft)
  const by = holderOf(circle, past, draft.device)
  if (by === null) return refusal('not-admitted')
  if (isGone(circle, EVERYTHING, draft.device)) return refusal('device-gone')
  const { device, type } = draft
  const frozen = forkProblem(circle, EVERYTHING, device, type) ?? voiceProblem(circle, past, device, type)
  if (frozen !== null) return frozen
  if (!eventBodies[draft.type].safeParse(draft.body).success) return refusal('malformed')
  return (
    meanwhile(circle, past, draft) ??
    countsIn(circle, past, draft, by, tools) ??
    countsIn(circle, EVERYTHING, draft, by, tools) ??
    wise(circle, past, draft, by)
  )
}

/** The clock of a draft: what it saw, and all of its author's own log. */
function pastOfDraft(circle: Circle, draft: Draft): Past {
  const own = circle.latest.get(draft.device)
  const seen = draft.seen.flatMap((id) => circle.stamps.get(id) ?? [])
  const clock = clockAfter(own === undefined ? seen : [own, ...seen], 0, 0)
  return { has: (stamp: Stamp) => (clock[stamp.device] ?? 0) >= stamp.seq }
}

function countsIn(circle: Circle, past: Past, draft: Draft, by: string, tools: Tools): Refusal | null {
  if (draft.type === 'circle.created') return refusal('malformed')
  const { device, seen, type, body, at } = draft
  const event: CircleEvent = {
    format: FORMAT,
    circle: circle.id,
    device,
    seq: 1,
    prev: null,
    seen: [...seen],
    type,
    body,
    at,
    id: '',
    writer: '',
  }
  const kind = kinds[draft.type] as (typeof kinds)['close.seen']
  const closed = closedProblem(circle, past, type, body)
  if (closed !== null) return closed
  return kind.counts({ circle, past, event, body: body as Body<'close.seen'>, by, tools })
}

/** [R6] If a close has come since the person looked, they are asked again instead of being heard wrongly. */
function meanwhile(circle: Circle, past: Past, draft: Draft): Refusal | null {
  const proposal = subjectOf(circle, draft)
  const news = proposal?.closes.find((close) => close.problem === null && !past.has(close.stamp))
  return news === undefined ? null : refusal('closed-meanwhile', { agreement: news.agreement })
}

/** What would count but helps nobody, or that only this node's clock can tell. */
function wise(circle: Circle, past: Past, draft: Draft, by: string): Refusal | null {
  switch (draft.type) {
    case 'proposal.presented':
    case 'proposal.amended':
      return mustBeAhead(draft.body.content.review, draft.today) ?? considered(circle, past, draft, by)
    case 'proposal.ended':
      return draft.body.until === null ? null : mustBeAhead(draft.body.until, draft.today)
    case 'round.opened':
      return roundIsNeeded(circle, draft.body)
    case 'round.closed':
      return closeIsNeeded(circle, past, { by, at: draft.at, body: draft.body })
    case 'objection.raised':
      return notClosedYet(circle, draft.body.round)
    case 'question.answered':
      return notAnsweredYet(circle, draft.body.question)
    default:
      return considered(circle, past, draft, by)
  }
}

function considered(circle: Circle, past: Past, { type, body, today }: Draft, by: string): Refusal | null {
  if (type === 'circle.created') return null
  const kind: Kind<'close.seen'> = kinds[type] as (typeof kinds)['close.seen']
  return kind.wise?.({ circle, past, body: body as Body<'close.seen'>, by, today }) ?? null
}

/** [P8] */
function mustBeAhead(date: string, today: string): Refusal | null {
  return date <= today ? refusal('date-in-the-past', { date }) : null
}

/** [R8] */
function roundIsNeeded(circle: Circle, body: Body<'round.opened'>): Refusal | null {
  const proposal = circle.proposals.get(body.proposal)
  if (proposal === undefined) return null
  const same = openRounds(proposal).find(
    (round) => round.version === body.version && round.electorate.join() === body.electorate.join(),
  )
  if (same !== undefined) return refusal('round-already-open', { round: same.id })
  const adopted = inPast(EVERYTHING, proposal.closes).find((close) => {
    const agreement = circle.agreements.get(close.agreement)
    if (agreement === undefined || close.problem !== null || close.version !== body.version) return false
    return supersededBy(circle, agreement) === null && contestsOf(circle, agreement).length === 0
  })
  const objected = proposal.responses.some((one) => one.late !== null && one.withdrawn.length === 0)
  return adopted === undefined || objected ? null : refusal('proposal-adopted', { agreement: adopted.agreement })
}

function closeIsNeeded(circle: Circle, past: Past, one: Closing): Refusal | null {
  return (
    notClosedYet(circle, one.body.round) ?? closeProblem(circle, past, one) ?? closeProblem(circle, EVERYTHING, one)
  )
}

function notClosedYet(circle: Circle, roundId: string): Refusal | null {
  const closed = [...circle.agreements.values()].find((one) => one.round === roundId)
  if (closed === undefined || agreementState(circle, closed) === 'invalid') return null
  return refusal('round-closed', { agreement: closed.id })
}

function notAnsweredYet(circle: Circle, question: string): Refusal | null {
  return (circle.questions.get(question)?.answers.length ?? 0) > 0 ? refusal('question-answered') : null
}

function subjectOf(circle: Circle, { type, body }: Draft): ProposalRecord | undefined {
  switch (type) {
    case 'proposal.amended':
    case 'proposal.ended':
    case 'round.opened':
    case 'question.asked':
    case 'proposal.understood':
    case 'reaction.given':
      return circle.proposals.get(body.proposal)
    case 'consent.given':
    case 'objection.raised':
    case 'round.closed':
      return circle.proposals.get(circle.rounds.get(body.round)?.proposal ?? '')
    case 'words.spoken':
      return circle.proposals.get(circle.rounds.get('round' in body.says ? body.says.round : '')?.proposal ?? '')
    case 'objection.understood':
    case 'objection.withdrawn':
    case 'objection.reframed':
      return circle.proposals.get(circle.responses.get(body.objection)?.proposal ?? '')
    default:
      return undefined
  }
}
