import type { AgreementRecord, Circle } from '../circle.ts'
import { agreementState } from '../agreements/queries.ts'
import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, inPast, newest, type Past } from '../causality.ts'
import type { DriverMove } from './events.ts'
import type { DriverRecord, DriverWording } from './record.ts'

export type DriverState = DriverMove['as'] | 'answered'

/** [N3] Of moves made apart, the one that keeps the driver nearest: a doubt first, then what would be done about it. */
const NEAREST: readonly DriverMove['as'][] = ['noticed', 'accepted', 'passed-on', 'discarded']

export function driverIn(circle: Circle, past: Past, id: string): DriverRecord | null {
  const driver = circle.drivers.get(id)
  return driver !== undefined && past.has(driver.stamp) ? driver : null
}

/** [N2] The wordings that nobody has changed since: of two made apart, the first by id is the one to read. */
export function wordingsOf(driver: DriverRecord, past: Past = EVERYTHING): DriverWording[] {
  const wordings = inPast(past, driver.wordings)
  const changed = new Set(wordings.flatMap((one) => one.parents))
  return wordings.filter((one) => !changed.has(one.id)).sort((a, b) => byCodeUnit(a.id, b.id))
}

/** [N3] What became of it last; null while it is only noticed. */
export function moveOf(driver: DriverRecord, past: Past = EVERYTHING): DriverRecord['moves'][number] | null {
  const nearness = ({ move }: DriverRecord['moves'][number]) => NEAREST.indexOf(move.as)
  const heads = newest(inPast(past, driver.moves))
  return heads.sort((a, b) => nearness(a) - nearness(b) || byCodeUnit(a.id, b.id))[0] ?? null
}

/** [N4] Answered as long as an agreement that answers it stands; what its last move said, otherwise. */
export function driverState(circle: Circle, driver: DriverRecord): DriverState {
  if (answersTo(circle, driver).some((one) => STANDS.has(agreementState(circle, one)))) return 'answered'
  return moveOf(driver)?.move.as ?? 'noticed'
}

const STANDS: ReadonlySet<string> = new Set(['in-force', 'settled'])

/** The agreements whose words say that they answer it, whatever became of them. */
export function answersTo(circle: Circle, driver: DriverRecord): AgreementRecord[] {
  const ids = driver.answers.flatMap(({ id, proposal, content }) =>
    // What only ends an agreement is no answer to anything.
    content.effect?.kind === 'end'
      ? []
      : (circle.proposals.get(proposal)?.closes ?? [])
          .filter((close) => close.version === id)
          .map((close) => close.agreement),
  )
  return [...new Set(ids)].sort(byCodeUnit).flatMap((id) => circle.agreements.get(id) ?? [])
}
