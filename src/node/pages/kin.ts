import type { OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { agreementState } from '../../domain/agreements/queries.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import type { Circle } from '../../domain/circle.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import { linkOf } from '../../domain/links/state.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { kinOf } from '../../domain/standing/queries.ts'

type Line = OutputOf<Procedures['subCircle']['list']>['items'][number]
type Known = Omit<Line, 'isHere'>

const NOTHING = { agreement: null, state: null, toldBy: null, founder: null, link: null }

/**
 * What this circle is part of, and what is part of it: by what those who belong to both told, by links that both consented to,
 * and by its agreements. What is so in more than one way is one line.
 */
export function kinLines(circle: Circle, today: string, isHere: (circle: string) => boolean): Line[] {
  const agreed = agreedLines(circle)
  const told = toldLines(circle).filter((line) => !agreed.some((one) => isSame(one, line)))
  const links = linkedLines(circle, today)
  const linked = links.filter((link) => ![...agreed, ...told].some((one) => isSame(one, link)))
  return [...told, ...linked, ...agreed].map((line) => ({
    ...line,
    link: links.find((link) => isSame(link, line))?.link ?? null,
    isHere: line.circle !== null && isHere(line.circle),
  }))
}

const isSame = (one: Known, other: Known): boolean =>
  one.circle !== null && one.circle === other.circle && one.as === other.as

function agreedLines(circle: Circle): Known[] {
  const told = kinOf(circle).filter(({ as }) => as === 'sub-circle')
  return subCircles(circle).map(({ agreement, effect, state }) => {
    const word = told.find((one) =>
      effect.kind === 'adopts' ? one.circle === effect.circle : rootsOf(circle, agreement).has(one.agreement),
    )
    return {
      ...NOTHING,
      circle: effect.kind === 'adopts' ? effect.circle : (word?.circle ?? null),
      name: word?.name ?? effect.name,
      as: 'sub-circle',
      agreement,
      state,
      toldBy: word === undefined ? null : nameOf(circle, word.person),
      founder: effect.kind === 'sub-circle' ? effect.founder : null,
    }
  })
}

const toldLines = (circle: Circle): Known[] =>
  kinOf(circle).map(({ circle: id, name, as, person }) => {
    return { ...NOTHING, circle: id, name, as, toldBy: nameOf(circle, person) }
  })

/** Broader and narrower circles by a link that both have consented to. */
function linkedLines(circle: Circle, today: string): Known[] {
  return linkedCircles(circle).flatMap((other): Known[] => {
    const link = linkOf(circle, other, today)
    const as = link?.terms?.as ?? 'beside'
    if (link === null || as === 'beside') return []
    const { state, name } = link
    if (state !== 'agreed' && state !== 'active' && state !== 'due') return []
    return [{ ...NOTHING, circle: other, name, as: as === 'above' ? 'parent' : 'sub-circle', link: state }]
  })
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
