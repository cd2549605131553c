import type { Circle, Spoken } from '../circle.ts'
import { byCodeUnit } from '../canonical.ts'
import { selectionState, standingNominations } from './queries.ts'

/** What the state hash says of the selections. */
export function selectionsMeaning(circle: Circle) {
  const selections = [...circle.selections.values()].sort((a, b) => byCodeUnit(a.id, b.id))
  return selections.map((selection) => ({
    id: selection.id,
    state: selectionState(circle, selection),
    seals: ids(selection.seals),
    opened: ids(selection.openings),
    nominations: ids(selection.nominations),
    standing: ids(standingNominations(selection)),
    kept: ids(selection.kept),
    information: ids(selection.information),
    ends: ids(selection.ends),
  }))
}

const ids = (spoken: readonly Spoken[]) => spoken.map(({ id }) => id).sort(byCodeUnit)
