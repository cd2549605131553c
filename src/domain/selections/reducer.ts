import type { Circle, Spoken } from '../circle.ts'
import type { Body } from '../events.ts'

export function selectionOpened(circle: Circle, spoken: Spoken, body: Body<'selection.opened'>): void {
  const { role, electorate } = body
  const none = { seals: [], openings: [], nominations: [], kept: [], information: [], ends: [] }
  circle.selections.set(spoken.id, { ...spoken, role, electorate, ...none })
}

export function nominationSealed(circle: Circle, spoken: Spoken, body: Body<'nomination.sealed'>): void {
  circle.selections.get(body.selection)?.seals.push({ ...spoken, seal: body.seal })
}

export function nominationsOpened(circle: Circle, spoken: Spoken, body: Body<'nominations.opened'>): void {
  circle.selections.get(body.selection)?.openings.push(spoken)
}

export function nominationRevealed(circle: Circle, spoken: Spoken, body: Body<'nomination.revealed'>): void {
  const selection = circle.selections.get(body.selection)
  const { nominee, reason, sealed } = body
  const decided = selection?.seals.find(({ id }) => id === sealed)?.stamp ?? spoken.stamp
  selection?.nominations.push({ ...spoken, nominee, reason, sealed, decided })
}

export function nominationChanged(circle: Circle, spoken: Spoken, body: Body<'nomination.changed'>): void {
  const { nominee, reason } = body
  const said = { ...spoken, nominee, reason, sealed: null, decided: spoken.stamp }
  circle.selections.get(body.selection)?.nominations.push(said)
}

export function nominationKept(circle: Circle, spoken: Spoken, body: Body<'nomination.kept'>): void {
  circle.selections.get(body.selection)?.kept.push(spoken)
}

export function selectionInformed(circle: Circle, spoken: Spoken, body: Body<'selection.informed'>): void {
  circle.selections.get(body.selection)?.information.push({ ...spoken, text: body.text })
}

export function selectionEnded(circle: Circle, spoken: Spoken, body: Body<'selection.ended'>): void {
  circle.selections.get(body.selection)?.ends.push({ ...spoken, reason: body.reason })
}
