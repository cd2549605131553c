import { isOutOfSelection } from './skipped.ts'
import type { Circle, ProposalRecord } from '../../domain/circle.ts'
import { EVERYTHING, newest, saw } from '../../domain/causality.ts'
import { electorateIn, hasConsentRights, nameOf } from '../../domain/members/queries.ts'
import { draftsOf, endOf, skippedSteps } from '../../domain/proposals/queries.ts'
import { closeProblem, closingOf } from '../../domain/rounds/closing.ts'
import { isPast } from '../../domain/rounds/silence.ts'
import { nomineeIsLast } from '../../domain/roles/rules.ts'
import { proposalSummary } from './proposal-page.ts'
import { timeOf } from './shown.ts'
import type { Waiting } from './waiting.ts'

/** What a line of the queue says of itself; the circle is added later, and what is left out is empty. */
export type Step = Pick<Waiting, 'kind' | 'since'> & Partial<Omit<Waiting, 'circle' | 'circleName' | 'practice'>>

type Summary = ReturnType<typeof proposalSummary>
type Asking = {
  readonly circle: Circle
  readonly proposal: ProposalRecord
  readonly summary: Summary
  readonly me: string
  readonly now: number
  readonly isMine: boolean
}

/** What one proposal waits for from this person: a question to answer and one step, at most. */
export function waitingOn(circle: Circle, proposal: ProposalRecord, me: string, today: string, now: number): Step[] {
  const summary = proposalSummary(circle, proposal)
  const asking = { circle, proposal, summary, me, now, isMine: proposal.author === me }
  const of = {
    proposal: proposal.id,
    title: summary.title,
    mine: asking.isMine,
    person: nameOf(circle, proposal.author),
  }
  const rights = hasConsentRights(circle, EVERYTHING, me)
  const steps = stepsOf(asking, today).filter(({ kind }) => rights || FOR_GUESTS.has(kind))
  return steps.map((step) => ({ ...of, ...step }))
}

const FOR_GUESTS: ReadonlySet<Step['kind']> = new Set(['answered', 'understand', 'react'])

function stepsOf(asking: Asking, today: string): Step[] {
  const { proposal, summary } = asking
  const { until = null, reason = null } = endOf(proposal) ?? {}
  if (summary.state === 'tabled' && until !== null && until <= today)
    return [{ kind: 'tabled', since: Date.parse(until), text: reason }]
  if (summary.state !== 'open' && summary.state !== 'in-round') return []
  const step = summary.round === null ? beforeRound(asking) : inRounds(asking)
  return [toAnswer(asking), step].flatMap((one) => one ?? [])
}

function toAnswer({ circle, summary, me, isMine }: Asking): Step | undefined {
  const open = summary.questions.filter(({ state, person }) => state === 'open' && person !== me)
  const [first] = open
  if (!isMine || first === undefined) return undefined
  const { question, person, text } = first
  return { kind: 'answer', person: nameOf(circle, person), text, count: open.length, since: timeOf(circle, question) }
}

/** [R7] The first step in any of the rounds that were opened apart. Whoever stands on an answer in one is not asked in others,
 *  unless they wait there for somebody who stands on one of those: each would wait for the other for ever. */
function inRounds(asking: Asking): Step | undefined {
  const { circle, summary, me } = asking
  const views = [summary, ...(summary.alsoOpen ?? []).map((other) => ({ ...summary, ...other }))]
  const hasAnswered = views.some(({ responses }) => responses.some(({ person }) => person === me))
  const steps = views.flatMap((view) => {
    const one = { ...asking, summary: view, hasAnswered }
    return view.round === null ? [] : (inRound(one, timeOf(circle, view.round)) ?? [])
  })
  return steps[0] ?? heldApart(asking, views)
}

function heldApart({ circle, me }: Asking, views: readonly Summary[]): Step | undefined {
  const hasSpoken = (person: string) => (view: Summary) => view.responses.some((one) => one.person === person)
  const mine = views.find(hasSpoken(me))
  const other = mine?.awaiting.find((person) => views.some(hasSpoken(person)))
  const theirs = other === undefined ? undefined : views.find(hasSpoken(other))
  if (other === undefined || !theirs?.awaiting.includes(me)) return undefined
  return { kind: 'apart', person: nameOf(circle, other), since: timeOf(circle, theirs.round ?? '') }
}

function inRound(asking: Asking & { readonly hasAnswered: boolean }, since: number): Step | undefined {
  const { circle, summary, me, isMine, hasAnswered } = asking
  const count = summary.awaiting.length
  const aside = new Set(summary.aside ?? [])
  const objections = summary.responses.filter(({ answer, person }) => answer === 'object' && !aside.has(person))
  const [first] = objections
  // Whoever brought words that are objected to looks for others first: their own consent to these would lead nowhere.
  const isLater = summary.round !== null && nomineeIsLast(circle, summary.round, me) !== null
  const isAsked = summary.awaiting.includes(me) && !hasAnswered && !isLater && !(isMine && first !== undefined)
  if (isAsked) return { kind: count === 1 ? 'only-you' : 'respond', count, since }
  if (first === undefined) {
    const kind = aside.size > 0 ? ('close-aside' as const) : ('close' as const)
    if (count === 0) return holdsOn(summary) ? undefined : { kind, since }
    return timeIsUp(asking) ?? someoneLeft(asking, since)
  }
  const offer = offered(asking)
  if (offer !== undefined) return offer
  if (!isMine) return undefined
  if (draftsOf(asking.proposal).every(({ id }) => id !== summary.version)) return { kind: 'again', since }
  return {
    kind: 'integrate',
    person: nameOf(circle, first.person),
    text: first.reason,
    count: objections.length,
    since,
  }
}

/** [M6] Everyone else has answered, and whoever has not says nothing more: anybody opens the round again without them. */
function someoneLeft({ circle, summary }: Asking, since: number): Step | undefined {
  const left = summary.left ?? []
  const [first] = left
  if (first === undefined || left.length < summary.awaiting.length) return undefined
  return { kind: 'left-in-round', person: nameOf(circle, first), since }
}

/** [R9] Nobody else is waited for any more, and whoever is asked may close it without them. */
function timeIsUp({ circle, summary, me, now }: Asking): Step | undefined {
  const round = circle.rounds.get(summary.round ?? '')
  if (round?.clause === undefined || !isPast(round, now)) return undefined
  const body = closingOf(circle, EVERYTHING, round, me, now)
  if (closeProblem(circle, EVERYTHING, { by: me, at: now, body }) !== null) return undefined
  return { kind: 'close-silent', count: summary.awaiting.length, since: round.clause.deadline }
}

/** A question that nobody answered holds a round open. */
const holdsOn = (summary: Summary) => summary.questions.some(({ state }) => state === 'open')

/** Somebody changed the words for the sake of an objection of mine. */
function offered({ circle, proposal, summary, me }: Asking): Step | undefined {
  const mine = summary.objections.find(({ person, state }) => person === me && state === 'offered')
  const offer = newest(proposal.versions.filter(({ integrates }) => integrates.includes(mine?.objection ?? '')))[0]
  if (mine === undefined || offer === undefined) return undefined
  return { kind: 'offered', person: nameOf(circle, offer.person), text: mine.reason, since: timeOf(circle, offer.id) }
}

function beforeRound(asking: Asking): Step | undefined {
  const { circle, proposal, me, isMine } = asking
  const since = timeOf(circle, newest(proposal.versions)[0]?.id ?? proposal.id)
  if (isOutOfSelection(proposal)) return offered(asking) ?? answered(asking) ?? { kind: 'open-selected', since }
  if (isMine) {
    const others = electorateIn(circle, EVERYTHING, me, proposal.slot.id).filter((person) => person !== me)
    const isTalked = skippedSteps(proposal, EVERYTHING, others).length === 0
    return isTalked && others.length > 0 ? { kind: 'open', since } : undefined
  }
  const offer = offered(asking) ?? answered(asking)
  if (offer !== undefined) return offer
  if (!proposal.understood.some(({ person }) => person === me)) return { kind: 'understand', since }
  return proposal.reactions.some(({ person }) => person === me) ? undefined : { kind: 'react', since }
}

/** My question has an answer, and I have not said since that all is clear. */
function answered({ circle, proposal, me }: Asking): Step | undefined {
  const understood = proposal.understood.filter(({ person }) => person === me)
  const answers = proposal.questions
    .filter(({ person }) => person === me)
    .flatMap((question) => question.answers.map((answer) => ({ ...answer, asked: question.text })))
  const [answer] = answers.filter(({ stamp }) => !understood.some((one) => saw(one.stamp, stamp)))
  if (answer === undefined) return undefined
  return {
    kind: 'answered',
    person: nameOf(circle, answer.person),
    text: answer.asked,
    since: timeOf(circle, answer.id),
  }
}
