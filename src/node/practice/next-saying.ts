import { agreementState, notSeenBy, validCloses } from '../../domain/agreements/queries.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle, ProposalRecord, ResponseRecord, RoundRecord } from '../../domain/circle.ts'
import { endOf, openQuestions } from '../../domain/proposals/queries.ts'
import { objectionState, objectionsTo, openRounds, standingOf } from '../../domain/rounds/queries.ts'
import type { Saying } from '../circle-session.ts'
import type { InTurn, Lines } from './lines.ts'

/** Both ask to understand, react and consent; one puts the question, the other finds what is missing. */
export type Part = 'asks' | 'objects'

export type Companion = { readonly me: string; readonly part: Part; readonly lines: Lines }

/**
 * What a companion says next, from the circle as it stands and nothing else: so that a practice goes on after any stop.
 * Null is patience. A companion never opens or closes a round, and never ends an objection but by its own consent.
 */
export function nextSaying(circle: Circle, companion: Companion): Saying | null {
  const noted = takeNote(circle, companion)
  if (noted !== null) return noted
  const proposals = inTime(circle)
  const discussed = proposals.filter((one) => endOf(one) === null && !isAdopted(circle, one))
  for (const proposal of discussed) {
    const turn = proposals.indexOf(proposal) % 3
    const saying = talkAbout(circle, proposal, turn, companion) ?? answerRound(circle, proposal, turn, companion)
    if (saying !== null) return saying
  }
  return null
}

/** The circle's proposals, oldest first. */
export function inTime(circle: Circle): ProposalRecord[] {
  const at = ({ id }: ProposalRecord) => circle.counted.get(id)?.at ?? 0
  return [...circle.proposals.values()].sort((a, b) => at(a) - at(b) || byCodeUnit(a.id, b.id))
}

/** It became an agreement, and no round is open on it again. */
export function isAdopted(circle: Circle, proposal: ProposalRecord): boolean {
  if (openRounds(proposal).length > 0) return false
  return [...circle.agreements.values()].some(
    (one) => one.proposal === proposal.id && agreementState(circle, one) !== 'invalid',
  )
}

/** Before a round, and beside one: questions, understanding, reactions. */
function talkAbout(circle: Circle, proposal: ProposalRecord, turn: number, companion: Companion): Saying | null {
  const { me, part, lines } = companion
  const about = { proposal: proposal.id }
  if (nomineeOf(proposal) !== null)
    return proposal.understood.some((one) => one.person === me) ? null : { type: 'proposal.understood', body: about }
  const [open] = openQuestions(proposal)
  const asked = proposal.questions.some((one) => one.person === me)
  if (part === 'asks' && !asked && proposal.author !== me)
    return { type: 'question.asked', body: { ...about, text: lineOf(lines.question, turn) } }
  const toAll = openQuestions(proposal).find((one) => one.person === founderOf(circle))
  if (part === 'asks' && toAll !== undefined)
    return { type: 'question.answered', body: { question: toAll.id, text: lines.answer } }
  // The one who objects listens to the question first; both wait for its answer.
  if (open !== undefined || proposal.questions.length === 0) return null
  if (!proposal.understood.some((one) => one.person === me)) return { type: 'proposal.understood', body: about }
  if (!proposal.reactions.some((one) => one.person === me))
    return { type: 'reaction.given', body: { ...about, text: lineOf(lines.reaction[part], turn) } }
  const unheard = objectionsTo(proposal).find(
    (one) => one.person !== me && !isHeard(circle, one, me) && learnerHeard(circle, one),
  )
  return unheard === undefined ? null : { type: 'objection.understood', body: { objection: unheard.id } }
}

function answerRound(circle: Circle, proposal: ProposalRecord, turn: number, companion: Companion): Saying | null {
  const { me, part, lines } = companion
  const round = openRounds(proposal)[0]
  if (round === undefined || !isAwaited(proposal, round, me) || openQuestions(proposal).length > 0) return null
  const slot = { round: round.id, version: round.version }
  const nominee = nomineeOf(proposal)
  // The reasons were heard before; whoever is proposed answers last.
  if (nominee !== null) {
    const isLast = round.electorate.every((person) => person === me || !isAwaited(proposal, round, person))
    return nominee !== me || isLast ? { type: 'consent.given', body: slot } : null
  }
  const mine = objectionsTo(proposal).filter((one) => one.person === me)
  if (part === 'objects' && mine.length === 0)
    return { type: 'objection.raised', body: { ...slot, reason: lineOf(lines.objection, turn) } }
  const offers = mine.every((one) => isOffered(circle, one, round.version))
  return offers ? { type: 'consent.given', body: slot } : null
}

/** Who is proposed for a role; null where it is about something else. */
function nomineeOf({ versions }: ProposalRecord): string | null {
  const effect = versions[0]?.content.effect
  return effect?.kind === 'seat' ? effect.person : null
}

/** Having been shown an agreement is a word of its own, or it would never be settled. */
function takeNote(circle: Circle, { me }: Companion): Saying | null {
  for (const agreement of circle.agreements.values()) {
    const [close] = validCloses(agreement)
    if (close !== undefined && notSeenBy(circle, agreement).includes(me))
      return { type: 'close.seen', body: { close: close.id } }
  }
  return null
}

/** The person who practises. */
export function founderOf(circle: Circle): string | null {
  return circle.counted.get(circle.id)?.person ?? null
}

function isHeard(circle: Circle, objection: ResponseRecord, me: string): boolean {
  const state = objectionState(circle, objection)
  return (state !== 'raised' && state !== 'understood') || objection.understoodBy.some((one) => one.person === me)
}

/** The one who practises hears an objection first: otherwise it would be understood before they have read it. */
function learnerHeard(circle: Circle, objection: ResponseRecord): boolean {
  const learner = founderOf(circle)
  return objection.person === learner || objection.understoodBy.some(({ person }) => person === learner)
}

function isAwaited(proposal: ProposalRecord, round: RoundRecord, me: string): boolean {
  if (!round.electorate.includes(me)) return false
  return !standingOf(proposal, EVERYTHING, me).some((one) => one.round === round.id)
}

/** Whether these words, or some that they were amended from, offer to integrate the objection. */
export function isOffered(circle: Circle, objection: ResponseRecord, version: string): boolean {
  const record = circle.versions.get(version)
  if (record === undefined) return false
  return record.integrates.includes(objection.id) || record.parents.some((one) => isOffered(circle, objection, one))
}

const lineOf = (lines: InTurn, turn: number): string => lines[turn] ?? lines[0]
