import type { AgreementRecord, Circle, CloseRecord, EvaluationRecord } from '../../domain/circle.ts'
import { absentIn, agreementState, contestsOf, notSeenBy, validCloses } from '../../domain/agreements/queries.ts'
import type { Contest } from '../../domain/agreements/contest.ts'
import {
  becameOf,
  caredForBy,
  contentOf,
  dueOf,
  evaluationsOf,
  isEnding,
  offeredCriteria,
} from '../../domain/agreements/life.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import { purpose } from '../../domain/purpose.ts'
import { objectionState } from '../../domain/rounds/queries.ts'
import { lenderOf } from '../../domain/members/queries.ts'
import { heardIn, isConfirmed, witnessesOf } from '../../domain/spoken/queries.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { objectionsToAgreement, replacedBy, underWayFor } from './agreement-life.ts'
import { onAgendas } from './on-agendas.ts'
import { asOfText, namesOf, timeOf } from './shown.ts'
import { isOverWithLink } from '../../domain/links/agreed.ts'
import { seatNamed } from './role-items.ts'
import { storyOf } from './story.ts'

type Page = OutputOf<Procedures['agreement']['show']>
type Line = OutputOf<Procedures['agreement']['list']>['items'][number]

export function agreementLine(circle: Circle, agreement: AgreementRecord, today: string): Line {
  const content = contentOf(circle, agreement)
  const state = agreementState(circle, agreement)
  const became = state === 'superseded' ? becameOf(circle, agreement) : null
  return {
    agreement: agreement.id,
    title: content?.title ?? '',
    state,
    review: content?.review ?? '',
    at: timeOf(circle, closeOf(agreement)?.id ?? ''),
    owner: content?.owner ?? null,
    due: dueOf(circle, agreement, today, state),
    ends: content !== null && isEnding(content),
    ...(isOverWithLink(circle, content?.effect ?? null) && { linkOver: true as const }),
    became: became && { agreement: became.agreement.id, how: became.how, title: titleOf(circle, became.agreement) },
  }
}

export const titleOf = (circle: Circle, agreement: AgreementRecord): string => contentOf(circle, agreement)?.title ?? ''

/** The close that stands for an agreement: the first by id, a valid one where there is one. */
export const closeOf = (agreement: AgreementRecord): CloseRecord | undefined =>
  validCloses(agreement)[0] ?? agreement.closes[0]

export function agreementLines(circle: Circle, today: string): Line[] {
  const lines = [...circle.agreements.values()].map((agreement) => agreementLine(circle, agreement, today))
  return lines.sort((a, b) => byCodeUnit(a.title, b.title) || byCodeUnit(a.agreement, b.agreement))
}

export function agreementPage(circle: Circle, agreement: AgreementRecord, today: string): Page {
  const proposal = circle.proposals.get(agreement.proposal)
  const content = contentOf(circle, agreement)
  const close = closeOf(agreement)
  if (proposal === undefined || content === null) throw new Error('an agreement without its proposal')
  return {
    ...agreementLine(circle, agreement, today),
    circle: circle.id,
    practice: purpose(circle).practice,
    proposal: proposal.id,
    version: agreement.version,
    text: content.text,
    driver: content.driver,
    criteria: content.criteria,
    effect: content.effect,
    ...seatNamed(circle, content.effect),
    certificate: close?.id ?? '',
    consents: close?.consents.map(({ person }) => person) ?? [],
    ...notHeardIn(circle, agreement),
    ...unseenIn(circle, agreement),
    borrowed: borrowedIn(close),
    heard: heardIn(close === undefined ? [] : [close]).map(({ person, heard }) => ({
      person,
      by: heard.person,
      witnesses: witnessesOf(heard),
      confirmed: isConfirmed(heard),
    })),
    contests: contestsOf(circle, agreement).map((contest) => contestLine(circle, contest)),
    concerns: proposal.concerns.map(({ id, person, text }) => ({ concern: id, person, text, at: timeOf(circle, id) })),
    ...lifeOfPage(circle, agreement),
    story: storyOf(circle, proposal),
    onAgenda: onAgendas(circle, agreement.id),
    names: namesOf(circle),
    asOf: asOfText(circle),
  }
}

/** [V6] Consents from somebody else's device, and whose. */
export function borrowedIn(close: CloseRecord | undefined): { person: string; from: string }[] {
  return (close?.cited ?? []).flatMap(({ person, word }) => {
    const from = word.heard === null ? lenderOf(word.stamp.by) : null
    return from === null ? [] : [{ person, from }]
  })
}

/** [A2] Once everyone has seen it, nothing that was said apart can put it in doubt. */
function unseenIn(circle: Circle, agreement: AgreementRecord) {
  return agreementState(circle, agreement) === 'in-force' ? { unseen: notSeenBy(circle, agreement) } : {}
}

/** [R9] Who was asked and is not cited; left out where everyone is. */
function notHeardIn(circle: Circle, agreement: AgreementRecord) {
  const absent = absentIn(circle, agreement)
  const without = (closeOf(agreement)?.without ?? []).map(({ person }) => person)
  const gone = without.filter((person) => !absent.includes(person))
  return { ...(absent.length > 0 && { absent }), ...(gone.length > 0 && { gone }) }
}

/** What is done with it since it was agreed. */
function lifeOfPage(circle: Circle, agreement: AgreementRecord) {
  const replaced = replacedBy(circle, agreement)
  return {
    offered: offeredCriteria(circle, agreement),
    evaluations: evaluationsOf(circle, agreement)
      .map((one) => evaluationShown(circle, one))
      .toReversed(),
    objections: objectionsToAgreement(circle, agreement).map((one) => ({
      objection: one.id,
      person: one.person,
      reason: one.reason ?? '',
      state: objectionState(circle, one),
      at: timeOf(circle, one.id),
    })),
    caredForBy: caredForBy(circle, agreement),
    replaced: replaced === null ? null : { agreement: replaced.id, title: titleOf(circle, replaced) },
    underWay: underWayFor(circle, agreement),
  }
}

export function evaluationShown(circle: Circle, { id, person, results, note }: EvaluationRecord) {
  return { evaluation: id, person, at: timeOf(circle, id), results: [...results], note }
}

function contestLine(circle: Circle, { id, kind, person }: Contest): Page['contests'][number] {
  const proposals = [...circle.proposals.values()]
  const end = kind === 'laid-aside' ? proposals.flatMap(({ ends }) => ends).find((one) => one.id === id) : undefined
  const words = kind === 'disputed-word' ? [...circle.words.values()].flatMap(({ disputed }) => disputed) : []
  const reason = circle.responses.get(id)?.reason ?? (end ?? words.find((one) => one.id === id))?.reason ?? null
  return { event: id, kind, person, reason, at: timeOf(circle, id) }
}
