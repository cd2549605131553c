import { skippedIn } from './skipped.ts'
import type {
  AgreementRecord,
  Circle,
  ProposalRecord,
  QuestionRecord,
  ResponseRecord,
  RoundRecord,
  VersionRecord,
} from '../../domain/circle.ts'
import { agreementState } from '../../domain/agreements/queries.ts'
import { contentOf, meansOf } from '../../domain/agreements/life.ts'
import { EVERYTHING, pastOf } from '../../domain/causality.ts'
import { wordingsOf } from '../../domain/drivers/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { draftsOf, endOf, openQuestions } from '../../domain/proposals/queries.ts'
import { maySilenceCount } from '../../domain/rounds/silence.ts'
import { agreedWay } from '../../domain/ways/queries.ts'
import { objectionsTo, objectionState, openRounds } from '../../domain/rounds/queries.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { testingWay } from '../../domain/rounds/aside.ts'
import { lastSaid } from '../../domain/story.ts'
import { onAgendas } from './on-agendas.ts'
import { alsoAskedIn, askedIn } from './asked-in.ts'
import { charterIn } from '../../domain/helping/queries.ts'
import { seatNamed } from './role-items.ts'
import { asOfText, namesOf, timeOf } from './shown.ts'
import { storyOf } from './story.ts'

type Page = OutputOf<Procedures['proposal']['show']>
export type ProposalState = Page['state']

export function proposalPage(circle: Circle, proposal: ProposalRecord): Page {
  const version = versionShown(proposal)
  const { driver, criteria, review, owner, changes, effect } = version.content
  const numbers = numbersOf(proposal)
  return {
    ...proposalSummary(circle, proposal),
    practice: purpose(circle).practice,
    driver,
    answers: answeredIn(circle, version),
    criteria,
    review,
    ...(version.content.lapses === true && { lapses: true }),
    owner,
    changes,
    means: meansShown(circle, version),
    effect,
    ...seatNamed(circle, effect),
    ...endedShown(circle, proposal),
    silence: mayBeSilent(circle, proposal),
    admits: effect?.kind === 'admit' ? effect.person : null,
    onAgenda: onAgendas(circle, proposal.id),
    versions: proposal.versions.map((one) => versionLine(circle, one, numbers.get(one.id) ?? 1)),
    reactions: proposal.reactions.map(({ id, person, text }) => ({
      reaction: id,
      person,
      text,
      at: timeOf(circle, id),
    })),
    understood: [...new Set(proposal.understood.map(({ person }) => person))],
    rounds: proposal.rounds.map((round) => roundLine(circle, proposal, round)),
    concerns: proposal.concerns.map(({ id, person, text }) => ({ concern: id, person, text, at: timeOf(circle, id) })),
    story: storyOf(circle, proposal),
    names: namesOf(circle),
    agreement: agreementOf(circle, proposal)?.id ?? null,
    asOf: asOfText(circle),
  }
}

/** How it was put away, while that is how it stands. */
function endedShown(circle: Circle, proposal: ProposalRecord): Pick<Page, 'ended'> {
  const end = endOf(proposal)
  if (
    end === null ||
    !['withdrawn', 'tabled', 'escalated', 'to-helping-circle'].includes(proposalState(circle, proposal))
  )
    return {}
  const { as, person, id, reason, until, carriers, helping } = end
  const charter = helping === null ? null : charterIn(circle, EVERYTHING, helping)
  const has = helping === null || charter === null ? null : { helping, name: charter.name }
  return { ended: { as, person, at: timeOf(circle, id), reason, until, carriers: [...carriers], helping: has } }
}

export function answeredIn(circle: Circle, { content }: VersionRecord): Page['answers'] {
  const driver = circle.drivers.get(content.answers ?? '')
  const statement = driver === undefined ? undefined : wordingsOf(driver)[0]?.content.statement
  return driver === undefined || statement === undefined ? null : { driver: driver.id, statement }
}

export function proposalSummary(circle: Circle, proposal: ProposalRecord) {
  const [round, ...others] = openRounds(proposal)
  const version = versionShown(proposal)
  const nothing: Pick<Page, 'round' | 'version' | 'awaiting' | 'responses' | 'aside' | 'left'> = {
    round: null,
    version: version.id,
    awaiting: [],
    responses: [],
  }
  return {
    proposal: proposal.id,
    circle: circle.id,
    title: version.content.title,
    state: proposalState(circle, proposal),
    ...(round === undefined ? nothing : askedIn(circle, proposal, round)),
    ...(others.length > 0 && { alsoOpen: others.map((one) => alsoAskedIn(circle, proposal, one)) }),
    objections: nomineeFirst(version, objectionsTo(proposal)).map((one) => ({
      objection: one.id,
      person: one.person,
      reason: one.reason ?? '',
      state: objectionState(circle, one),
      ...testsOf(circle, one),
    })),
    questions: questionLines(circle, proposal),
    siblings: draftsOf(proposal)
      .map((draft) => draft.id)
      .filter((id) => id !== version.id),
  }
}

/** What others said of an objection, where the circle tests them. */
function testsOf(circle: Circle, objection: ResponseRecord) {
  const round = circle.rounds.get(objection.round)
  if (round === undefined || objection.late !== null || testingWay(circle, pastOf(round.stamp)) === null) return {}
  const people = [...new Set(objection.tests.map(({ person }) => person))]
  const tests = people.flatMap((person) => {
    const last = lastSaid(
      circle,
      objection.tests.filter((one) => one.person === person),
    )
    return last === null ? [] : [{ person, qualifies: last.qualifies, reason: last.reason }]
  })
  return { tests, testable: true }
}

/** [G6] Of objections to somebody in a role, theirs is heard first. */
function nomineeFirst(version: VersionRecord, objections: readonly ResponseRecord[]): ResponseRecord[] {
  const { effect } = version.content
  const nominee = effect?.kind === 'seat' ? effect.person : null
  const isTheirs = ({ person }: ResponseRecord) => Number(person === nominee)
  return [...objections].sort((a, b) => isTheirs(b) - isTheirs(a))
}

/** What became of a proposal. A contested agreement shows first: there is no doubt allowed in consent (D3 row 6). */
export function proposalState(circle: Circle, proposal: ProposalRecord): ProposalState {
  const agreement = agreementOf(circle, proposal)
  if (openRounds(proposal).length > 0) return 'in-round'
  if (agreement !== undefined) return agreementState(circle, agreement) === 'contested' ? 'contested' : 'adopted'
  return endOf(proposal)?.as ?? 'open'
}

/** The agreement that a proposal became: the one that stands, else the last that did. */
export function agreementOf(circle: Circle, proposal: ProposalRecord): AgreementRecord | undefined {
  const ids = [...new Set(proposal.closes.map((close) => close.agreement))]
  const agreements = ids.flatMap((id) => circle.agreements.get(id) ?? [])
  const states = agreements.map((one) => ({ one, state: agreementState(circle, one) }))
  const valid = states.filter(({ state }) => state !== 'invalid')
  return (valid.find(({ state }) => state !== 'superseded') ?? valid.at(-1))?.one
}

/** The words before the circle: those of the open round, else the newest draft (the last to come of siblings). */
export function versionShown(proposal: ProposalRecord): VersionRecord {
  const asked = openRounds(proposal)[0]?.version
  const drafts = draftsOf(proposal)
  const shown = proposal.versions.find(({ id }) => id === asked) ?? drafts[0] ?? proposal.versions[0]
  if (shown === undefined) throw new Error('a proposal without a version')
  return shown
}

/** The ways under which silence may count in a round about this, with how many days they give. */
function mayBeSilent(circle: Circle, proposal: ProposalRecord): Page['silence'] {
  if (!maySilenceCount(proposal.slot.id)) return []
  const [absentee, lazy] = [agreedWay(circle, 'absentee'), agreedWay(circle, 'lazy')]
  return [
    ...(absentee === null ? [] : [{ rule: absentee.way.rule, days: absentee.way.days, matters: null }]),
    ...(lazy === null ? [] : [{ rule: lazy.way.rule, days: lazy.way.days, matters: lazy.way.matters }]),
  ]
}

function questionLines(circle: Circle, proposal: ProposalRecord): Page['questions'] {
  const open = new Set(openQuestions(proposal).map(({ id }) => id))
  return proposal.questions.map(({ id, person, text, answers }: QuestionRecord) => ({
    question: id,
    person,
    text,
    state: open.has(id) ? 'open' : 'answered',
    answers: answers.map((one) => ({ answer: one.id, person: one.person, text: one.text, at: timeOf(circle, one.id) })),
  }))
}

function versionLine(circle: Circle, version: VersionRecord, number: number): Page['versions'][number] {
  const { id, person, content, parents, integrates } = version
  const { title, text, review, criteria, effect } = content
  const line = { version: id, number, title, text, review, criteria, effect, person, at: timeOf(circle, id) }
  return { ...line, parents: [...parents], integrates: [...integrates] }
}

/** 1 for the first version, then one more than its parents: siblings share a number. A version counts after its parents. */
function numbersOf(proposal: ProposalRecord): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { id, parents } of proposal.versions) {
    numbers.set(id, 1 + Math.max(0, ...parents.map((parent) => numbers.get(parent) ?? 0)))
  }
  return numbers
}

function roundLine(circle: Circle, proposal: ProposalRecord, round: RoundRecord): Page['rounds'][number] {
  const skipped = skippedIn(circle, round)
  return {
    round: round.id,
    version: round.version,
    asked: [...round.electorate],
    skipped: skipped.map((one) => one.step),
    missing: Object.fromEntries(skipped.map((one) => [one.step, [...one.missing]])),
    at: timeOf(circle, round.id),
    open: openRounds(proposal).includes(round),
    ...(round.clause && { deadline: round.clause.deadline }),
  }
}

/** What consenting to it would do to what was agreed, and the words that stand now. */
function meansShown(circle: Circle, { content }: VersionRecord): Page['means'] {
  const means = meansOf(circle, content)
  const before = means === null ? null : contentOf(circle, means.agreement)
  if (means === null || before === null) return null
  return { agreement: means.agreement.id, how: means.how, title: before.title, text: before.text }
}
