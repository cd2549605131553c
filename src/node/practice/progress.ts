import { agreementState } from '../../domain/agreements/queries.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle, ProposalRecord, QuestionRecord, ResponseRecord } from '../../domain/circle.ts'
import { electorateIn } from '../../domain/members/queries.ts'
import { draftsOf, endOf, openQuestions, skippedSteps } from '../../domain/proposals/queries.ts'
import { objectionsTo, objectionState, openRounds, standingOf } from '../../domain/rounds/queries.ts'
import type { PracticeHint, PracticeStep } from '../../api/contract/practice.ts'
import { inTime, isAdopted, isOffered } from './next-saying.ts'

/** Where a person is on the way through consent, and who is to speak now: ids of people, theirs among them or not. */
export interface Progress {
  readonly step: PracticeStep
  readonly hint: PracticeHint
  readonly waitingFor: readonly string[]
  /** Whose question or objection it is about. */
  readonly from: string | null
  readonly proposal: string | null
  readonly agreement: string | null
}

export function progressOf(circle: Circle, me: string): Progress {
  const current = inTime(circle).findLast((one) => endOf(one) === null && !isAdopted(circle, one))
  if (current !== undefined) {
    const where = current.rounds.length === 0 ? beforeRounds(circle, current, me) : inRounds(circle, current, me)
    return { from: null, ...where, proposal: current.id, agreement: null }
  }
  const agreed = [...circle.agreements.values()].findLast((one) => agreementState(circle, one) !== 'invalid')
  if (agreed === undefined)
    return { step: 'propose', hint: 'propose', waitingFor: [me], from: null, proposal: null, agreement: null }
  return { step: 'done', hint: 'done', waitingFor: [], from: null, proposal: agreed.proposal, agreement: agreed.id }
}

type Where = Pick<Progress, 'step' | 'hint' | 'waitingFor'> & { readonly from?: string }

function beforeRounds(circle: Circle, proposal: ProposalRecord, me: string): Where {
  const question = openQuestions(proposal).find(({ person }) => person !== me)
  if (question !== undefined) return asked(question, me)
  const everyone = electorateIn(circle, EVERYTHING, me, proposal.slot.id)
  const missing = new Map(skippedSteps(proposal, EVERYTHING, everyone).map((one) => [one.step, one.missing]))
  const thinking = missing.get('clarifying') ?? []
  if (thinking.length > 0) return { step: 'answer', hint: 'others-think', waitingFor: thinking }
  const reacting = missing.get('reactions') ?? []
  if (reacting.length > 0) return { step: 'round', hint: 'others-react', waitingFor: reacting }
  return { step: 'round', hint: 'open-round', waitingFor: [me] }
}

function inRounds(circle: Circle, proposal: ProposalRecord, me: string): Where {
  const question = openQuestions(proposal).find(({ person }) => person !== me)
  if (question !== undefined) return asked(question, me)
  const drafts = draftsOf(proposal).map(({ id }) => id)
  const [objection] = objectionsTo(proposal).filter(
    (one) => isOpen(circle, one) && !drafts.some((draft) => isOffered(circle, one, draft)),
  )
  if (objection !== undefined) return facing(objection, me)
  const round = openRounds(proposal)[0]
  if (round === undefined || !drafts.includes(round.version))
    return { step: 'consent-again', hint: 'open-again', waitingFor: [me] }
  const step = circle.versions.get(round.version)?.parents.length === 0 ? 'consent' : 'consent-again'
  const awaited = round.electorate.filter(
    (person) =>
      !standingOf(proposal, EVERYTHING, person).some((one) => one.round === round.id && one.answer === 'consent'),
  )
  if (awaited.includes(me)) return { step, hint: 'consent', waitingFor: [me] }
  if (awaited.length > 0) return { step, hint: 'others-answer', waitingFor: awaited }
  return { step: 'close', hint: 'close', waitingFor: [me] }
}

const asked = ({ person }: QuestionRecord, me: string): Where => ({
  step: 'answer',
  hint: 'answer-question',
  waitingFor: [me],
  from: person,
})

/** First the reason is heard; only then are better words looked for. */
function facing(objection: ResponseRecord, me: string): Where {
  if (objection.person === me) return { step: 'amend', hint: 'your-objection', waitingFor: [me] }
  const isHeard = objection.understoodBy.some(({ person }) => person === me)
  return isHeard
    ? { step: 'amend', hint: 'amend', waitingFor: [me], from: objection.person }
    : { step: 'objection', hint: 'hear-objection', waitingFor: [me], from: objection.person }
}

const isOpen = (circle: Circle, objection: ResponseRecord): boolean =>
  ['raised', 'understood', 'offered'].includes(objectionState(circle, objection))
