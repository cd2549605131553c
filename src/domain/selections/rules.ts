import type { Circle } from '../circle.ts'
import type { HashText } from '../event.ts'
import type { Body } from '../events.ts'
import { EVERYTHING, inPast, type Past } from '../causality.ts'
import { electorateIn, memberState } from '../members/queries.ts'
import { mustBelong, mustHaveRights } from '../members/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { roleIn, seatIn } from '../roles/queries.ts'
import type { RoleId } from '../roles/role.ts'
import { isOver, isRevealOpen, selectionIn, standingSeals } from './queries.ts'
import type { SelectionRecord } from './records.ts'
import { nominationSeal } from './seal.ts'

/** [G1] */
export function openingCounts(circle: Circle, past: Past, body: Body<'selection.opened'>, by: string): Refusal | null {
  if (roleIn(circle, past, body.role) === null) return refusal('no-such-role')
  const refused = mustHaveRights(circle, past, by)
  if (refused !== null) return refused
  const asked = electorateIn(circle, past, by)
  const same = asked.length === body.electorate.length && asked.every((person, at) => person === body.electorate[at])
  return same ? null : refusal('wrong-electorate')
}

/** [G1] Two selections for one seat at a time help nobody. */
export function openingIsWise(circle: Circle, role: RoleId): Refusal | null {
  const open = [...circle.selections.values()].find((one) => one.role === role && !isOver(circle, one))
  return open === undefined ? null : refusal('selection-open', { selection: open.id })
}

/** [G2] Sealed by whom it asks, while nothing is revealed; what comes later is said openly, in the change round. */
export function sealingCounts(circle: Circle, past: Past, body: Body<'nomination.sealed'>, by: string): Refusal | null {
  const selection = selectionIn(circle, past, body.selection)
  if (selection === null) return refusal('no-such-selection')
  if (!selection.electorate.includes(by)) return mustHaveRights(circle, past, by) ?? refusal('not-asked')
  return mustHaveRights(circle, past, by) ?? mustGoOn(circle, past, selection) ?? mustBeSealed(circle, past, selection)
}

/** [G3] Whoever facilitates does not have to wait for everyone; nor does whoever opened it, or anyone where nobody facilitates. */
export function revealingCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const selection = selectionIn(circle, past, id)
  if (selection === null) return refusal('no-such-selection')
  const refused =
    mustHaveRights(circle, past, by) ?? mustGoOn(circle, past, selection) ?? mustBeSealed(circle, past, selection)
  if (refused !== null) return refused
  const { holders } = seatIn(circle, 'facilitator', past)
  const may = holders.length === 0 || selection.person === by || holders.some(({ person }) => person === by)
  return may ? null : refusal('not-the-facilitator')
}

/** [G3] Revealed once, when it is time, by whoever sealed it, and exactly what they sealed. */
export function revealCounts(
  circle: Circle,
  past: Past,
  body: Body<'nomination.revealed'>,
  by: string,
  hash: HashText,
): Refusal | null {
  const selection = selectionIn(circle, past, body.selection)
  if (selection === null) return refusal('no-such-selection')
  const sealed = standingSeals(selection, by, past).find(({ id }) => id === body.sealed)
  if (sealed === undefined) return refusal('no-such-nomination')
  if (!isRevealOpen(circle, selection, past)) return refusal('nominations-sealed')
  if (inPast(past, selection.nominations).some((one) => one.sealed === sealed.id)) return refusal('already-done')
  if (nominationSeal(selection.id, by, body, hash) !== sealed.seal) return refusal('seal-broken')
  return namingProblem(circle, past, body) ?? mustBelong(circle, past, by)
}

/** [G4] Said openly by any member, once the nominations are open: a change, or a nomination that comes late. */
export function changingCounts(
  circle: Circle,
  past: Past,
  body: Body<'nomination.changed'>,
  by: string,
): Refusal | null {
  return openSelectionProblem(circle, past, body.selection, by) ?? namingProblem(circle, past, body)
}

export function keepingCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  return openSelectionProblem(circle, past, id, by)
}

export function informingCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const selection = selectionIn(circle, past, id)
  if (selection === null) return refusal('no-such-selection')
  return mustBelong(circle, past, by) ?? mustGoOn(circle, past, selection)
}

/** [G7] */
export function endingCounts(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const selection = selectionIn(circle, past, id)
  if (selection === null) return refusal('no-such-selection')
  return mustHaveRights(circle, past, by) ?? mustGoOn(circle, past, selection)
}

function openSelectionProblem(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  const selection = selectionIn(circle, past, id)
  if (selection === null) return refusal('no-such-selection')
  const refused = mustHaveRights(circle, past, by) ?? mustGoOn(circle, past, selection)
  return refused ?? (isRevealOpen(circle, selection, past) ? null : refusal('nominations-sealed'))
}

function mustBeSealed(circle: Circle, past: Past, selection: SelectionRecord): Refusal | null {
  return isRevealOpen(circle, selection, past) ? refusal('nominations-open') : null
}

function mustGoOn(circle: Circle, past: Past, selection: SelectionRecord): Refusal | null {
  return isOver(circle, selection, past) ? refusal('selection-over') : null
}

/** A person and why, or neither. Nobody is asked beforehand; whoever left meanwhile was still named. */
function namingProblem(
  circle: Circle,
  past: Past,
  { nominee, reason }: { readonly nominee: string | null; readonly reason: string | null },
): Refusal | null {
  if (nominee === null) return reason === null ? null : refusal('malformed')
  if (reason === null) return refusal('empty-text', { field: 'reason' })
  return memberState(circle, past, nominee) === null ? refusal('no-such-person') : null
}

/** [G4] Whom it would name is here. */
export function changingIsWise(circle: Circle, nominee: string | null): Refusal | null {
  const state = nominee === null ? 'joined' : memberState(circle, EVERYTHING, nominee)
  return state === 'left' || state === 'removed' ? refusal('no-such-person') : null
}
