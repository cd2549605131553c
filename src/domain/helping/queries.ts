import { agreementIn } from '../agreements/agreed.ts'
import { becameOf } from '../agreements/life.ts'
import { agreementState } from '../agreements/queries.ts'
import { byCodeUnit } from '../canonical.ts'
import type { Past } from '../causality.ts'
import type { AgreementRecord, Circle } from '../circle.ts'
import type { EffectOf } from '../proposals/effect.ts'
import type { HelpingRecord } from './record.ts'

export type HelpingState = 'chartered' | 'working' | 'reported' | 'dissolved'
export type Charter = EffectOf<'helping-circle'>

/** The task that an agreement gives; null where it is about something else. */
export function charterOf(circle: Circle, agreement: AgreementRecord | null | undefined): Charter | null {
  const effect = circle.versions.get(agreement?.version ?? '')?.content.effect ?? null
  return effect?.kind === 'helping-circle' ? effect : null
}

/** [X1] A helping circle that was agreed, in a past. */
export function charterIn(circle: Circle, past: Past, id: string): Charter | null {
  return charterOf(circle, agreementIn(circle, past, id))
}

/** [X2] The helping circle that this one was renewed or changed into; itself while nothing took its place. */
export function carriedOnBy(circle: Circle, agreement: AgreementRecord): AgreementRecord {
  const passed = new Set<AgreementRecord>()
  let last = agreement
  for (let next: AgreementRecord | undefined = agreement; next !== undefined && !passed.has(next);) {
    last = next
    passed.add(last)
    const became: AgreementRecord | undefined = becameOf(circle, last)?.agreement
    next = charterOf(circle, became) === null ? undefined : became
  }
  return last
}

/** [X2] What was said in it, and in what it was renewed from: whoever has the task goes on where they were. */
export function notesIn(circle: Circle, agreement: AgreementRecord): HelpingRecord[] {
  return [...circle.helping.values()].filter(({ helping }) => isPartOf(circle, agreement, helping))
}

/** Whether a helping circle is this one, or became it. */
export function isPartOf(circle: Circle, agreement: AgreementRecord, helping: string): boolean {
  const before = circle.agreements.get(helping)
  return before !== undefined && carriedOnBy(circle, before).id === agreement.id
}

/** [X2] It works once somebody of it said something, has reported, and is over when it was dissolved or its agreement ended. */
export function helpingState(circle: Circle, agreement: AgreementRecord): HelpingState {
  const said = circle.helping.get(agreement.id)
  const isOver = ['superseded', 'invalid'].includes(agreementState(circle, agreement))
  if (isOver || (said?.dissolutions.length ?? 0) > 0) return 'dissolved'
  if ((said?.reports.length ?? 0) > 0) return 'reported'
  const members = charterOf(circle, agreement)?.members ?? []
  const notes = notesIn(circle, agreement).flatMap((one) => one.notes)
  return notes.some(({ person }) => members.includes(person)) ? 'working' : 'chartered'
}

/** Every helping circle that was ever agreed. */
export function helpingCircles(
  circle: Circle,
): { agreement: AgreementRecord; charter: Charter; state: HelpingState }[] {
  return [...circle.agreements.values()]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .flatMap((agreement) => {
      const charter = agreement.closes.some(({ problem }) => problem === null) ? charterOf(circle, agreement) : null
      return charter === null ? [] : [{ agreement, charter, state: helpingState(circle, agreement) }]
    })
}

/** For the state hash. */
export function helpingMeaning(circle: Circle) {
  const said = [...circle.helping.values()].sort((a, b) => byCodeUnit(a.helping, b.helping))
  const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id).sort(byCodeUnit)
  return said.map(({ helping, notes, reports, dissolutions }) => ({
    helping,
    notes: ids(notes),
    reports: ids(reports),
    dissolutions: ids(dissolutions),
  }))
}
