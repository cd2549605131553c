import type { AgreementRecord, Circle } from '../../domain/circle.ts'
import { agreementState, contestsOf, validCloses, type Contest } from '../../domain/agreements/queries.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import { purpose } from '../../domain/purpose.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { asOfText, namesOf, timeOf } from './shown.ts'
import { storyOf } from './story.ts'

type Page = OutputOf<Procedures['agreement']['show']>
type Line = OutputOf<Procedures['agreement']['list']>['items'][number]

export function agreementLine(circle: Circle, agreement: AgreementRecord): Line {
  const content = circle.versions.get(agreement.version)?.content
  const state = agreementState(circle, agreement)
  return { agreement: agreement.id, title: content?.title ?? '', state, review: content?.review ?? '' }
}

export function agreementLines(circle: Circle): Line[] {
  const lines = [...circle.agreements.values()].map((agreement) => agreementLine(circle, agreement))
  return lines.sort((a, b) => byCodeUnit(a.title, b.title) || byCodeUnit(a.agreement, b.agreement))
}

export function agreementPage(circle: Circle, agreement: AgreementRecord): Page {
  const proposal = circle.proposals.get(agreement.proposal)
  const content = circle.versions.get(agreement.version)?.content
  const close = validCloses(agreement)[0]
  if (proposal === undefined || content === undefined) throw new Error('an agreement without its proposal')
  return {
    ...agreementLine(circle, agreement),
    circle: circle.id,
    practice: purpose(circle).practice,
    proposal: proposal.id,
    version: agreement.version,
    text: content.text,
    driver: content.driver,
    criteria: content.criteria,
    owner: content.owner,
    certificate: close?.id ?? agreement.closes[0]?.id ?? '',
    consents: close?.consents.map(({ person }) => person) ?? [],
    contests: contestsOf(circle, agreement).map((contest) => contestLine(circle, contest)),
    concerns: proposal.concerns.map(({ id, person, text }) => ({ concern: id, person, text, at: timeOf(circle, id) })),
    story: storyOf(circle, proposal),
    names: namesOf(circle),
    asOf: asOfText(circle),
  }
}

function contestLine(circle: Circle, { id, kind, person }: Contest): Page['contests'][number] {
  const proposals = [...circle.proposals.values()]
  const end = kind === 'laid-aside' ? proposals.flatMap(({ ends }) => ends).find((one) => one.id === id) : undefined
  const reason = circle.responses.get(id)?.reason ?? end?.reason ?? null
  return { event: id, kind, person, reason, at: timeOf(circle, id) }
}
