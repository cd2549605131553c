import type { Effect } from '../proposals/effect.ts'
import { Fault } from './fault.ts'
import { holderOf, isSorted, type Known, type Read } from './parts.ts'

/** What sets an objection aside: the objections themselves, and what the others said of them. */
export interface ReadAside {
  readonly objections: readonly Read<'objection.raised'>[]
  readonly tests: readonly Read<'objection.tested'>[]
}

/** [K8] The parts are exactly those that the close cites, each in its place. */
export function mustFit({ objections, tests }: ReadAside, tested: readonly string[]): void {
  const meant = new Set(tests.map(({ body }) => body.objection))
  const fits = tests.length === tested.length && tests.every(({ id }, index) => id === tested[index])
  const known = objections.every(({ id }) => meant.has(id)) && objections.length === meant.size
  if (!fits || !known || !isSorted(objections.map(({ id }) => id)) || !isSorted(tested)) throw new Fault('changed')
}

/** [K8] The reason of an objection that everyone else whom the round asked said does not qualify; null where one did not. */
export function asideReason(
  { objections, tests }: ReadAside,
  round: Read<'round.opened'>,
  people: Known,
  person: string,
  others: readonly string[],
): string | null {
  const theirs = objections.filter(({ device }) => holderOf(people, device).person === person)
  const isOfRound = theirs.every(({ body }) => body.round === round.id && body.version === round.body.version)
  const isTested = theirs.every(({ id }) => {
    const said = tests.filter(({ body }) => body.objection === id)
    const by = new Set(said.map(({ device }) => holderOf(people, device).person))
    return said.every(({ body }) => !body.qualifies) && others.every((other) => by.has(other))
  })
  return theirs.length > 0 && others.length > 1 && isOfRound && isTested
    ? theirs.map(({ body }) => body.reason).join('\n')
    : null
}

export function isTestingWay(effect: Effect | null): boolean {
  return effect?.kind === 'way' && effect.way.rule === 'qualifying'
}
