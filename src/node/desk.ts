import type {
  AgreementRecord,
  ProposalRecord,
  QuestionRecord,
  ResponseRecord,
  VersionRecord,
} from '../domain/circle.ts'
import { agreementState } from '../domain/agreements/queries.ts'
import type { ActionRecord } from '../domain/actions/records.ts'
import type { DriverRecord } from '../domain/drivers/record.ts'
import { carriedOnBy, helpingCircles } from '../domain/helping/queries.ts'
import { EVERYTHING } from '../domain/causality.ts'
import type { AgendaItemRecord, MeetingRecord } from '../domain/meetings/records.ts'
import { nameOf } from '../domain/members/queries.ts'
import { purpose } from '../domain/purpose.ts'
import type { ReviewRecord } from '../domain/reviews/records.ts'
import { roleIn, roles, type Role } from '../domain/roles/queries.ts'
import { isOver } from '../domain/selections/queries.ts'
import type { SelectionRecord } from '../domain/selections/records.ts'
import { objectionsTo } from '../domain/rounds/queries.ts'
import type { SpokenWord } from '../domain/spoken/records.ts'
import { accept, refuse, type Outcome } from '../domain/refusal.ts'
import type { CircleSession } from './circle-session.ts'
import type { Clock } from './clock.ts'
import { findOne, type Named } from './find.ts'
import { proposalState } from './pages/proposal-page.ts'
import { actionsOf, itemsOf, meetingsOf, wordsOf } from './meeting-names.ts'

export type Found<T> = { readonly session: CircleSession; readonly it: T }

/** A circle that is here and cannot be opened; without a name where its keys cannot be read. */
export type DamagedCircle = { readonly circle: string; readonly name: string }

/** Where a person's words for things ("the Repair café", an id, half an id) become the things, over all their circles. */
export interface Desk {
  readonly clock: Clock
  session(ref: string): Outcome<CircleSession>
  proposal(ref: string): Outcome<Found<ProposalRecord>>
  agreement(ref: string): Outcome<Found<AgreementRecord>>
  /** The agreement that gives a helping circle its task: by its own name, or the agreement's. */
  helping(ref: string): Outcome<Found<AgreementRecord>>
  helpingIn(session: CircleSession, ref: string): Outcome<AgreementRecord>
  driver(ref: string): Outcome<Found<DriverRecord>>
  driverIn(session: CircleSession, ref: string): Outcome<DriverRecord>
  role(session: CircleSession, ref: string): Outcome<Role>
  selection(ref: string): Outcome<Found<SelectionRecord>>
  review(ref: string): Outcome<Found<ReviewRecord>>
  action(ref: string): Outcome<Found<ActionRecord>>
  meeting(ref: string): Outcome<Found<MeetingRecord>>
  meetingIn(session: CircleSession, ref: string): Outcome<MeetingRecord>
  item(ref: string): Outcome<Found<AgendaItemRecord>>
  itemIn(session: CircleSession, ref: string): Outcome<AgendaItemRecord>
  word(ref: string): Outcome<Found<SpokenWord>>
  question(ref: string): Outcome<Found<QuestionRecord>>
  objection(ref: string): Outcome<Found<ResponseRecord>>
  objectionIn(session: CircleSession, ref: string): Outcome<ResponseRecord>
  agreementIn(session: CircleSession, ref: string): Outcome<AgreementRecord>
  versionOf(session: CircleSession, proposal: ProposalRecord, ref: string): Outcome<VersionRecord>
  person(session: CircleSession, ref: string): Outcome<string>
  proposalOrAgreement(
    ref: string,
  ): Outcome<{ readonly session: CircleSession; readonly proposal: string; readonly agreement: string | null }>
}

export function createDesk(
  sessions: () => readonly CircleSession[],
  damaged: () => readonly DamagedCircle[],
  clock: Clock,
): Desk {
  const everywhere = <T>(list: (session: CircleSession) => Named<T>[]): Named<Found<T>>[] =>
    sessions().flatMap((session) => list(session).map((named) => ({ ...named, it: { session, it: named.it } })))
  const proposal = (ref: string) => proposalMeant(everywhere(proposalsOf), ref)
  const agreement = (ref: string) => findOne(everywhere(agreementsOf), ref, 'no-such-agreement')
  return {
    clock,
    session: (ref) => {
      const found = findOne(sessions().map(sessionNamed), ref, 'no-such-circle')
      if (found.ok || found.refusal.code !== 'no-such-circle') return found
      const lost = findOne(damaged().map(damagedNamed), ref, 'no-such-circle')
      return lost.ok ? refuse('store-damaged', { circle: lost.value }) : found
    },
    proposal,
    agreement,
    helping: (ref) => findOne(everywhere(helpingsOf), ref, 'no-such-helping-circle'),
    helpingIn: (session, ref) => findOne(helpingsOf(session), ref, 'no-such-helping-circle'),
    driver: (ref) => findOne(everywhere(driversOf), ref, 'no-such-driver'),
    driverIn: (session, ref) => findOne(driversOf(session), ref, 'no-such-driver'),
    role: (session, ref) => findOne(rolesOf(session), ref, 'no-such-role'),
    selection: (ref) => findOne(everywhere(selectionsOf), ref, 'no-such-selection'),
    review: (ref) => findOne(everywhere(reviewsOf), ref, 'no-such-review'),
    action: (ref) => findOne(everywhere(actionsOf), ref, 'no-such-action'),
    meeting: (ref) => findOne(everywhere(meetingsOf), ref, 'no-such-meeting'),
    meetingIn: (session, ref) => findOne(meetingsOf(session), ref, 'no-such-meeting'),
    item: (ref) => findOne(everywhere(itemsOf), ref, 'no-such-item'),
    itemIn: (session, ref) => findOne(itemsOf(session), ref, 'no-such-item'),
    word: (ref) => findOne(everywhere(wordsOf), ref, 'no-such-word'),
    question: (ref) => findOne(everywhere(questionsOf), ref, 'no-such-question'),
    objection: (ref) => findOne(everywhere(objectionsOf), ref, 'no-such-objection'),
    objectionIn: (session, ref) => findOne(objectionsOf(session), ref, 'no-such-objection'),
    agreementIn: (session, ref) => findOne(agreementsOf(session), ref, 'no-such-agreement'),
    versionOf: (_session, { versions }, ref) =>
      findOne(
        versions.map((it) => ({ id: it.id, called: [], it })),
        ref,
        'no-such-version',
      ),
    person: (session, ref) => findOne(peopleOf(session), ref, 'no-such-person'),
    proposalOrAgreement: (ref) => {
      const agreed = agreement(ref)
      if (agreed.ok) {
        const { session, it } = agreed.value
        return accept({ session, proposal: it.proposal, agreement: it.id })
      }
      const found = proposal(ref)
      if (!found.ok)
        return found.refusal.code === 'ambiguous' ? found : refuse('no-such-proposal', { wanted: ref.slice(0, 200) })
      return accept({ session: found.value.session, proposal: found.value.it.id, agreement: null })
    },
  }
}

const sessionNamed = (session: CircleSession): Named<CircleSession> => ({
  id: session.circle.id,
  called: [purpose(session.circle).name],
  it: session,
})

const damagedNamed = ({ circle, name }: DamagedCircle): Named<string> => ({
  id: circle,
  called: name === '' ? [] : [name],
  it: name === '' ? circle : name,
})

function proposalsOf({ circle }: CircleSession): Named<ProposalRecord>[] {
  return [...circle.proposals.values()].map((it) => {
    const titles = it.versions.map(({ content }) => content.title)
    return { id: it.id, called: [...new Set(titles)], it }
  })
}

/** What renews an agreement is called as that was: of two with one title, the one before the circle is meant. */
function proposalMeant(all: readonly Named<Found<ProposalRecord>>[], ref: string): Outcome<Found<ProposalRecord>> {
  const found = findOne(all, ref, 'no-such-proposal')
  if (found.ok || found.refusal.code !== 'ambiguous') return found
  const underWay = findOne(all.filter(isUnderWay), ref, 'no-such-proposal')
  return underWay.ok ? underWay : found
}

const isUnderWay = ({ it: { session, it } }: Named<Found<ProposalRecord>>) =>
  ['open', 'in-round', 'contested'].includes(proposalState(session.circle, it))

/** By title only what still stands, so that the words that took another's place are found by it. */
function agreementsOf({ circle }: CircleSession): Named<AgreementRecord>[] {
  return [...circle.agreements.values()].map((it) => {
    const stands = !['superseded', 'invalid'].includes(agreementState(circle, it))
    const title = circle.versions.get(it.version)?.content.title
    return { id: it.id, called: stands && title !== undefined ? [title] : [], it }
  })
}

const helpingsOf = ({ circle }: CircleSession): Named<AgreementRecord>[] =>
  helpingCircles(circle).map(({ agreement, charter, state }) => ({
    id: agreement.id,
    called: state === 'dissolved' ? [] : [charter.name],
    // By an id from before it was renewed it is the one that goes on.
    it: carriedOnBy(circle, agreement),
  }))

const driversOf = ({ circle }: CircleSession): Named<DriverRecord>[] =>
  [...circle.drivers.values()].map((it) => ({
    id: it.id,
    called: it.wordings.map(({ content }) => content.statement),
    it,
  }))

const rolesOf = ({ circle }: CircleSession): Named<Role>[] =>
  roles(circle).map((it) => ({ id: it.id, called: it.described === null ? [] : [it.described.name], it }))

/** One under way also by the name of its role. */
const selectionsOf = ({ circle }: CircleSession): Named<SelectionRecord>[] =>
  [...circle.selections.values()].map((it) => {
    const name = roleIn(circle, EVERYTHING, it.role)?.described?.name
    return { id: it.id, called: isOver(circle, it) ? [] : [it.role, ...(name === undefined ? [] : [name])], it }
  })

const reviewsOf = ({ circle }: CircleSession): Named<ReviewRecord>[] =>
  [...circle.reviews.values()].map((it) => ({ id: it.id, called: [], it }))

const questionsOf = ({ circle }: CircleSession): Named<QuestionRecord>[] =>
  [...circle.questions.values()].map((it) => ({ id: it.id, called: [it.text], it }))

const objectionsOf = ({ circle }: CircleSession): Named<ResponseRecord>[] =>
  [...circle.proposals.values()]
    .flatMap(objectionsTo)
    .map((it) => ({ id: it.id, called: it.reason === null ? [] : [it.reason], it }))

const peopleOf = ({ circle }: CircleSession): Named<string>[] =>
  [...circle.members.keys()].map((person) => ({ id: person, called: [nameOf(circle, person)], it: person }))
