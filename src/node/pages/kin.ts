import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { agreementState } from '../../domain/agreements/queries.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import type { Circle } from '../../domain/circle.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { kinOf } from '../../domain/standing/queries.ts'

type Line = OutputOf<Procedures['subCircle']['list']>['items'][number]

/** What this circle is part of, and what is part of it: by its agreements, and by what those who belong to both told. */
export function kinLines(circle: Circle, isHere: (circle: string) => boolean): Line[] {
  const told = kinOf(circle)
  const agreed = subCircles(circle).map(({ agreement, effect, state }): Line => {
    const word = told.find((one) =>
      effect.kind === 'adopts'
        ? one.circle === effect.circle
        : one.as === 'sub-circle' && rootsOf(circle, agreement).has(one.agreement),
    )
    const other = effect.kind === 'adopts' ? effect.circle : (word?.circle ?? null)
    return {
      circle: other,
      name: word?.name ?? effect.name,
      as: 'sub-circle',
      agreement,
      state,
      toldBy: word === undefined ? null : nameOf(circle, word.person),
      founder: effect.kind === 'sub-circle' ? effect.founder : null,
      isHere: other !== null && isHere(other),
    }
  })
  const known = new Set(agreed.map((one) => one.circle))
  const others = told
    .filter((one) => !known.has(one.circle))
    .map(({ circle: id, name, as, person }): Line => {
      const nothing = { agreement: null, state: null, founder: null }
      return { circle: id, name, as, ...nothing, toldBy: nameOf(circle, person), isHere: isHere(id) }
    })
  return [...others, ...agreed]
}

/** The agreements about sub-circles that stand. */
export function subCircles(circle: Circle) {
  return [...circle.agreements.values()]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .flatMap((agreement) => {
      const effect = circle.versions.get(agreement.version)?.content.effect
      if (effect?.kind !== 'sub-circle' && effect?.kind !== 'adopts') return []
      const state = agreementState(circle, agreement)
      return state === 'superseded' || state === 'invalid' ? [] : [{ agreement: agreement.id, effect, state }]
    })
}

/** An agreement and those it renewed or changed: what was told of the first is so of all. */
function rootsOf(circle: Circle, agreement: string): ReadonlySet<string | null> {
  const roots = new Set<string | null>()
  for (let id: string | null = agreement; id !== null && !roots.has(id);) {
    roots.add(id)
    id = circle.versions.get(circle.agreements.get(id)?.version ?? '')?.content.changes ?? null
  }
  return roots
}
