import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { Circle } from '../../domain/circle.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import { linkOf } from '../../domain/links/state.ts'
import { people } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { kinOf } from '../../domain/standing/queries.ts'

type Structure = OutputOf<Procedures['structure']['show']>
type Edge = Structure['links'][number]

/**
 * The circles that somebody is in, those that these are linked with, and how: nothing else is known on their node. A link
 * between two of their own is one edge, told from the first.
 */
export function structureSeen(circles: readonly Circle[], today: string): Structure {
  const mine = circles.filter((circle) => !purpose(circle).practice)
  const names = new Map<string, Structure['circles'][number]>()
  for (const circle of mine) {
    const members = people(circle).filter(({ state }) => !['left', 'removed'].includes(state)).length
    names.set(circle.id, { circle: circle.id, name: purpose(circle).name, isMine: true, members })
  }
  const links: Edge[] = []
  for (const circle of mine) for (const edge of edgesOf(circle, today)) addEdge(links, names, edge)
  return { circles: [...names.values()], links }
}

function edgesOf(circle: Circle, today: string): (Edge & { readonly name: string })[] {
  const linked = linkedCircles(circle).flatMap((other) => {
    const link = linkOf(circle, other, today)
    if (link === null) return []
    const { as = 'beside', sends = 0, receives = 0 } = link.terms ?? {}
    const endedBy = link.state === 'ended' ? link.endedBy : null
    return [{ from: circle.id, to: other, name: link.name, as, state: link.state, endedBy, sends, receives }]
  })
  const kin = kinOf(circle).map(({ circle: other, name, as }) => {
    const [from, to] = as === 'parent' ? [other, circle.id] : [circle.id, other]
    return { from, to, name, as: 'kin' as const, state: null, endedBy: null, sends: 0, receives: 0 }
  })
  return [...linked, ...kin]
}

function addEdge(
  links: Edge[],
  names: Map<string, Structure['circles'][number]>,
  { name, ...edge }: Edge & { name: string },
): void {
  const isKnown = links.some(
    (one) =>
      [one.from, one.to].includes(edge.from) &&
      [one.from, one.to].includes(edge.to) &&
      (one.as === 'kin') === (edge.as === 'kin'),
  )
  if (isKnown) return
  links.push(edge)
  for (const circle of [edge.from, edge.to])
    if (!names.has(circle)) names.set(circle, { circle, name, isMine: false, members: null })
}
