import type { Circle, ProposalRecord, Spoken } from './circle.ts'
import type { HashText } from './event.ts'
import { actionsMeaning } from './actions/queries.ts'
import { agreementState, validCloses } from './agreements/queries.ts'
import { backlogMeaning } from './backlog/queries.ts'
import { byCodeUnit, encodeCanonical } from './canonical.ts'
import { currentEpochs } from './epochs/queries.ts'
import { newest } from './causality.ts'
import { formingMeaning } from './forming/queries.ts'
import { helpingMeaning } from './helping/queries.ts'
import { standingMeaning } from './standing/queries.ts'
import { driversMeaning } from './drivers/meaning.ts'
import { devicesOf, lenderOf, people } from './members/queries.ts'
import { meetingsMeaning } from './meetings/meaning.ts'
import { purpose } from './purpose.ts'
import { reviewsMeaning } from './reviews/meaning.ts'
import { rolesMeaning } from './roles/meaning.ts'
import { objectionState } from './rounds/queries.ts'
import { selectionsMeaning } from './selections/meaning.ts'
import { statementsMeaning } from './statements/queries.ts'
import { spokenMeaning } from './spoken/meaning.ts'

/** The version of the rules behind a hash: peers compare only where this is equal too. */
export const RULES = 'nst/1 rules 12'

export interface StateHash {
  /** Null while something is not readable or complete yet. */
  readonly stateHash: string | null
  /** Which counted events it is about: peers compare hashes only at equal `at`. */
  readonly at: string
  readonly waiting: number
}

/** [S1] `waiting` is how many events cannot be read or placed yet, as whoever hosts the fold knows. */
export function stateHash(circle: Circle, waiting: number, hash: HashText): StateHash {
  const meaning = waiting > 0 ? null : hash(encodeCanonical(meaningOf(circle)))
  return { stateHash: meaning, at: clockHash(circle, hash), waiting }
}

/** [S2] Which events were counted, as one text: the newest of them, which nothing that counted was built on. */
export function clockHash(circle: Circle, hash: HashText): string {
  const clock = newest([...circle.tips.values()]).map(({ device, stamp }) => `${device} ${stamp.seq} ${stamp.id}`)
  return hash(encodeCanonical(clock.sort(byCodeUnit)))
}

/** What the circle means, without receipts, refused events and anything local. `settled` is hashed as `in-force`. */
function meaningOf(circle: Circle) {
  const { name, aim, domain, practice } = purpose(circle)
  return {
    rules: RULES,
    circle: circle.id,
    name,
    aim,
    domain,
    practice,
    members: people(circle).map(({ person, name: called, state }) => ({
      person,
      name: called,
      state,
      devices: devicesOf(circle, person).map(({ key }) => key),
      borrowed: devicesOf(circle, person).map((device) => lenderOf(device) ?? ''),
    })),
    proposals: sorted([...circle.proposals.values()]).map((proposal) => proposalMeaning(circle, proposal)),
    agreements: sorted([...circle.agreements.values()]).map((agreement) => {
      const state = agreementState(circle, agreement)
      return {
        id: agreement.id,
        version: agreement.version,
        state: state === 'settled' ? 'in-force' : state,
        certificates: validCloses(agreement).map((close) => close.id),
        evaluations: ids(circle.evaluations.get(agreement.id) ?? []),
      }
    }),
    drivers: driversMeaning(circle),
    backlog: backlogMeaning(circle),
    forming: formingMeaning(circle),
    helping: helpingMeaning(circle),
    standing: standingMeaning(circle),
    actions: actionsMeaning(circle),
    meetings: meetingsMeaning(circle),
    roles: rolesMeaning(circle),
    selections: selectionsMeaning(circle),
    reviews: reviewsMeaning(circle),
    spoken: spokenMeaning(circle),
    statements: statementsMeaning(circle),
    epochs: currentEpochs(circle),
    forks: circle.forks.map(({ id }) => id).sort(byCodeUnit),
  }
}

function proposalMeaning(circle: Circle, proposal: ProposalRecord) {
  return {
    id: proposal.id,
    versions: ids(proposal.versions),
    questions: sorted(proposal.questions).map(({ id, answers }) => ({ id, answers: ids(answers) })),
    understood: ids(proposal.understood),
    reactions: ids(proposal.reactions),
    rounds: sorted(proposal.rounds).map(({ id, version, skipped }) => ({ id, version, skipped })),
    responses: sorted(proposal.responses).map((one) => ({
      id: one.id,
      answer: one.answer,
      late: one.late,
      state: one.answer === 'objection' ? objectionState(circle, one) : null,
    })),
    closes: sorted(proposal.closes).map(({ id, agreement, problem }) => ({
      id,
      agreement,
      problem: problem?.code ?? null,
    })),
    ends: sorted(proposal.ends).map(({ id, as }) => ({ id, as })),
    concerns: ids(proposal.concerns),
  }
}

function sorted<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return [...records].sort((a, b) => byCodeUnit(a.id, b.id))
}

function ids(records: readonly Spoken[]): string[] {
  return sorted(records).map((record) => record.id)
}
