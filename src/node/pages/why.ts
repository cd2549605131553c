import { skippedIn } from './skipped.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { becameOf, contentOf, meansOf } from '../../domain/agreements/life.ts'
import { agreementState, contestsOf, validCloses } from '../../domain/agreements/queries.ts'
import type {
  Act,
  AgreementRecord,
  Circle,
  ProposalRecord,
  ResponseRecord,
  VersionRecord,
} from '../../domain/circle.ts'
import { saw } from '../../domain/causality.ts'
import { purpose } from '../../domain/purpose.ts'
import { objectionsTo, objectionState } from '../../domain/rounds/queries.ts'
import { inOrder } from '../../domain/story.ts'
import { underWayFor } from './agreement-life.ts'
import { wordingShown } from './driver-page.ts'
import { evaluationShown, titleOf } from './agreement-page.ts'
import { agreementOf, versionShown } from './proposal-page.ts'
import { asOfText, namesOf, timeOf } from './shown.ts'

type Page = OutputOf<Procedures['logbook']['why']>
type Chapter = Page['chapters'][number]
type Line = Chapter['lines'][number]
type Told = { readonly event: string; readonly at: number; readonly person: string }

/** The whole story of an agreement: a chapter for each proposal that was decided on in its slot, in their order. */
export function whyPage(circle: Circle, agreement: AgreementRecord): Page {
  const slot = circle.proposals.get(agreement.proposal)?.slot
  const underWay = underWayFor(circle, agreement)
  const open = new Set(underWay.map(({ proposal }) => proposal))
  const proposals = [...circle.proposals.values()].filter((one) => one.slot === slot && !open.has(one.id))
  const starts = inOrder(proposals.flatMap(({ id }) => circle.counted.get(id) ?? []))
  const { name, practice } = purpose(circle)
  return {
    agreement: agreement.id,
    title: titleOf(circle, agreement),
    circle: circle.id,
    circleName: name,
    practice,
    chapters: starts.flatMap(({ stamp }) => {
      const proposal = circle.proposals.get(stamp.id)
      return proposal === undefined ? [] : chapterOf(circle, proposal)
    }),
    underWay,
    names: namesOf(circle),
    asOf: asOfText(circle),
  }
}

function chapterOf(circle: Circle, proposal: ProposalRecord): Chapter {
  const agreement = agreementOf(circle, proposal)
  const content = (agreement && contentOf(circle, agreement)) ?? versionShown(proposal).content
  const lines = new Map(linesOf(circle, proposal).map((line) => [line.event, line]))
  return {
    proposal: proposal.id,
    title: content.title,
    driver: content.driver,
    noticed: noticedFor(circle, content.answers),
    criteria: [...content.criteria],
    review: content.review,
    owner: content.owner,
    means: meansOf(circle, versionShown(proposal).content)?.how ?? null,
    agreement: agreement?.id ?? null,
    state: agreement === undefined ? null : agreementState(circle, agreement),
    became: agreement === undefined ? null : (becameOf(circle, agreement)?.how ?? null),
    lines: inOrder(proposal.acts).flatMap(({ stamp }: Act) => lines.get(stamp.id) ?? []),
  }
}

function noticedFor(circle: Circle, answers: string | null): Chapter['noticed'] {
  const driver = circle.drivers.get(answers ?? '')
  if (driver === undefined) return null
  const { statement } = wordingShown(driver).content
  return { driver: driver.id, statement, person: driver.person, at: timeOf(circle, driver.id) }
}

/** Of every act that says something of its own its line, by the id of the act. */
function linesOf(circle: Circle, proposal: ProposalRecord): Line[] {
  const told = (one: { readonly id: string; readonly person: string }): Told => ({
    event: one.id,
    at: timeOf(circle, one.id),
    person: one.person,
  })
  const ids = [...new Set(proposal.closes.map((close) => close.agreement))]
  const agreements = ids.flatMap((id) => circle.agreements.get(id) ?? [])
  return [
    ...proposal.versions.map((one) => versionLine(circle, one, told(one))),
    ...proposal.questions.map((one): Line => {
      const answers = one.answers.map(({ id, person, text }) => ({ person, text, at: timeOf(circle, id) }))
      return { kind: 'asked', ...told(one), text: one.text, answers }
    }),
    ...proposal.reactions.flatMap((one): Line[] =>
      one.text === null ? [] : [{ kind: 'reacted', ...told(one), text: one.text }],
    ),
    ...proposal.rounds.map((one): Line => {
      const skipped = skippedIn(circle, one).map(({ step }) => step)
      return { kind: 'round', ...told(one), asked: [...one.electorate], skipped }
    }),
    ...objectionsTo(proposal).map((one) => objectionLine(circle, one, told(one))),
    ...proposal.ends.map((one): Line => ({
      kind: 'laid-aside',
      ...told(one),
      as: one.as,
      until: one.until,
      reason: one.reason,
    })),
    ...proposal.concerns.map((one): Line => ({ kind: 'concern', ...told(one), text: one.text })),
    ...agreements.flatMap((one) => agreedLines(circle, one, told)),
    ...agreements
      .flatMap(({ id }) => circle.evaluations.get(id) ?? [])
      .map((one): Line => ({ kind: 'evaluated', ...told(one), evaluation: evaluationShown(circle, one) })),
  ]
}

function versionLine(circle: Circle, version: VersionRecord, told: Told): Line {
  const { content, parents, integrates } = version
  const parent = circle.versions.get(parents[0] ?? '')
  if (parent === undefined) return { kind: 'presented', ...told, text: content.text, review: content.review }
  const people = integrates.flatMap((id) => circle.responses.get(id)?.person ?? [])
  const change = { before: parent.content.text, after: content.text }
  return { kind: 'amended', ...told, ...change, integrates: [...new Set(people)] }
}

function objectionLine(circle: Circle, objection: ResponseRecord, told: Told): Line {
  const fate = objectionState(circle, objection)
  const integration = fate === 'integrated' ? integrationOf(circle, objection) : null
  const toAgreement = objection.late !== null
  return { kind: 'objected', ...told, reason: objection.reason ?? '', fate, integration, toAgreement }
}

/** [O1] Which words took care of an objection: those its author consented to, or came to by way of an offer. */
function integrationOf(circle: Circle, objection: ResponseRecord) {
  const proposal = circle.proposals.get(objection.proposal)
  const consent = proposal?.responses.find(
    (one) => one.person === objection.person && one.answer === 'consent' && saw(one.stamp, objection.stamp),
  )
  const consented = circle.versions.get(consent?.version ?? '')
  const offers = proposal?.versions.filter((one) => one.integrates.includes(objection.id)) ?? []
  const offer = offers.findLast((one) => consented !== undefined && saw(consented.stamp, one.stamp)) ?? consented
  const before = circle.versions.get(objection.version)
  if (offer === undefined || before === undefined) return null
  const change = { before: before.content.text, after: offer.content.text }
  return { version: offer.id, person: offer.person, at: timeOf(circle, offer.id), ...change }
}

/** One line for what came of a round, however many closed it; and one for each thing that contests it. */
function agreedLines(
  circle: Circle,
  agreement: AgreementRecord,
  told: (one: { readonly id: string; readonly person: string }) => Told,
): Line[] {
  const [close] = validCloses(agreement)
  if (close === undefined) return []
  const consents = close.consents.map(({ person, response }) => ({ person, at: timeOf(circle, response) }))
  const contests = contestsOf(circle, agreement).filter(({ kind }) => kind === 'other-consent')
  return [
    {
      kind: 'agreed',
      ...told(close),
      agreement: agreement.id,
      state: agreementState(circle, agreement),
      certificate: close.id,
      consents,
    },
    ...contests.map((one): Line => {
      const reason = circle.responses.get(one.id)?.reason ?? null
      return { kind: 'contested', ...told(one), contest: one.kind, reason }
    }),
  ]
}
