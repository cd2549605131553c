import type { Circle, ProposalRecord, RoundRecord } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, type Past } from '../causality.ts'
import { deciding, uncut } from '../members/cuts.ts'
import { hasConsentRights } from '../members/queries.ts'
import { endOf } from '../proposals/queries.ts'
import { openRounds } from '../rounds/queries.ts'
import type { NominationRecord, SealRecord, SelectionRecord } from './records.ts'

export type SelectionState =
  'nominating' | 'revealed' | 'changing' | 'proposed' | 'consenting' | 'selected' | 'returned' | 'none-suitable'

export function selectionIn(circle: Circle, past: Past, id: string): SelectionRecord | null {
  const selection = circle.selections.get(id)
  return selection !== undefined && past.has(selection.stamp) ? selection : null
}

/** Where a selection is. It is over when somebody was selected or when it was ended; all else goes on. */
export function selectionState(circle: Circle, selection: SelectionRecord, past: Past = EVERYTHING): SelectionState {
  const proposals = proposalsFrom(circle, selection, past)
  if (proposals.some((proposal) => isAdopted(proposal, selection, past))) return 'selected'
  if (deciding(past, selection.ends).length > 0) return 'none-suitable'
  const live = proposals.filter((proposal) => endOf(proposal, past) === null)
  if (live.some((proposal) => openRounds(proposal, past).length > 0)) return 'consenting'
  if (live.length > 0) return 'proposed'
  if (proposals.length > 0) return 'returned'
  if (!isRevealOpen(circle, selection, past)) return 'nominating'
  const isChanging = [...uncut(past, selection.nominations).filter(isOpenlySaid), ...uncut(past, selection.kept)]
  return isChanging.length > 0 ? 'changing' : 'revealed'
}

export function isOver(circle: Circle, selection: SelectionRecord, past: Past = EVERYTHING): boolean {
  const state = selectionState(circle, selection, past)
  return state === 'selected' || state === 'none-suitable'
}

/** [G3] D3 row 15: open once everyone asked who still belongs has sealed, or somebody who may has not waited. It never shuts again. */
export function isRevealOpen(circle: Circle, selection: SelectionRecord, past: Past = EVERYTHING): boolean {
  if (inPast(past, selection.openings).length > 0 || inPast(past, selection.nominations).length > 0) return true
  return notSealedBy(circle, selection, past).length === 0
}

export function notSealedBy(circle: Circle, selection: SelectionRecord, past: Past = EVERYTHING): string[] {
  const sealed = new Set(uncut(past, selection.seals).map(({ person }) => person))
  return selection.electorate.filter((person) => !sealed.has(person) && hasConsentRights(circle, past, person))
}

/** The seals a person stands on: their last; two of their devices that knew nothing of each other have one each. */
export function standingSeals(selection: SelectionRecord, person: string, past: Past = EVERYTHING): SealRecord[] {
  return newest(uncut(past, selection.seals).filter((seal) => seal.person === person))
}

/** Sealed, and not revealed yet by the device that knows what is in it. */
export function notRevealed(selection: SelectionRecord, past: Past = EVERYTHING): SealRecord[] {
  const revealed = new Set(inPast(past, selection.nominations).map(({ sealed }) => sealed))
  const people = [...new Set(selection.seals.map(({ person }) => person))].sort(byCodeUnit)
  return people.flatMap((person) => standingSeals(selection, person, past)).filter(({ id }) => !revealed.has(id))
}

/** [G4] What each person stands on: the last they decided, by person and never by how many there are. */
export function standingNominations(selection: SelectionRecord, past: Past = EVERYTHING): NominationRecord[] {
  // One seal can be opened twice, from two devices: the same one is taken everywhere, in whatever order they came.
  const said = uncut(past, selection.nominations).sort((a, b) => byCodeUnit(a.id, b.id))
  const people = [...new Set(said.map(({ person }) => person))].sort(byCodeUnit)
  return people.flatMap((person) => {
    const theirs = said.filter((one) => one.person === person).map((one) => ({ stamp: one.decided, one }))
    return newest(theirs).map(({ one }) => one)
  })
}

/** [G4] Whoever was ever named, in the order of their ids: it says nothing about how often. */
export function namedIn(selection: SelectionRecord): string[] {
  return [...new Set(selection.nominations.flatMap(({ nominee }) => nominee ?? []))].sort(byCodeUnit)
}

/** Whom the change round still waits for: asked, here, and since the reveal neither changed nor kept. */
export function notHeardInChange(circle: Circle, selection: SelectionRecord): string[] {
  const changed = selection.nominations.filter(isOpenlySaid)
  const heard = new Set([...changed, ...selection.kept].map(({ person }) => person))
  return selection.electorate.filter((person) => !heard.has(person) && hasConsentRights(circle, EVERYTHING, person))
}

/** The proposals that name somebody out of this selection, in the order of their ids. */
export function proposalsFrom(circle: Circle, { id }: SelectionRecord, past: Past = EVERYTHING): ProposalRecord[] {
  const from = [...circle.proposals.values()].filter((proposal) =>
    inPast(past, proposal.versions).some(
      ({ content: { effect } }) => effect?.kind === 'seat' && effect.selection === id,
    ),
  )
  return from.sort((a, b) => byCodeUnit(a.id, b.id))
}

/** [G6] Who has not spoken yet in the round that asks about a nominee. */
export function awaitedBeforeNominee(circle: Circle, round: RoundRecord, nominee: string): string[] {
  const responses = circle.proposals.get(round.proposal)?.responses ?? []
  const spoken = new Set(responses.filter((one) => one.round === round.id).map(({ person }) => person))
  return round.electorate.filter((person) => person !== nominee && !spoken.has(person))
}

function isAdopted(proposal: ProposalRecord, { id }: SelectionRecord, past: Past): boolean {
  return inPast(past, proposal.closes).some(
    ({ problem, effect }) => problem === null && effect?.kind === 'seat' && effect.selection === id,
  )
}

const isOpenlySaid = ({ sealed }: NominationRecord) => sealed === null
