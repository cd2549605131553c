import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import type { Circle } from '../../domain/circle.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import { linkOf } from '../../domain/links/state.ts'
import { people } from '../../domain/members/queries.ts'
import { purpose } from '../../domain/purpose.ts'
import { kinLines } from './kin.ts'

type Structure = OutputOf<Procedures['structure']['show']>
type Edge = Structure['links'][number]

/**
 * The circles that somebody is in, those that these are linked with or that belong to them, and how: nothing else is known on
 * their node. A link between two of their own is one edge, told from the first; what a link says already is not said twice.
 */
export function structureSeen(circles: readonly Circle[], today: string): Structure {
  const mine = circles.filter((circle) => !purpose(circle).practice)
  const names = new Map<string, Structure['circles'][number]>()
  for (const circle of mine) {
    const members = people(circle).filter(({ state }) => !['left', 'removed'].includes(state)).length
    names.set(circle.id, { circle: circle.id, name: purpose(circle).name, isMine: true, members })
  }
  const links: Edge[] = []
  for (const circle of mine) for (const edge of linkEdges(circle, today)) addEdge(links, names, edge)
  for (const circle of mine) for (const edge of kinEdges(circle, today)) addEdge(links, names, edge)
  return { circles: [...names.values()], links }
}

type Named = Edge & { readonly name: string }

function linkEdges(circle: Circle, today: string): Named[] {
  return linkedCircles(circle).flatMap((other) => {
    const link = linkOf(circle, other, today)
    if (link === null) return []
    const { as = 'beside', sends = 0, receives = 0 } = link.terms ?? {}
    const endedBy = link.state === 'ended' ? link.endedBy : null
    return [{ from: circle.id, to: other, name: link.name, as, state: link.state, endedBy, sends, receives }]
  })
}

function kinEdges(circle: Circle, today: string): Named[] {
  return kinLines(circle, today, () => false).flatMap(({ circle: other, name, as, link }): Named[] => {
    if (other === null || link !== null) return []
    const [from, to] = as === 'parent' ? [other, circle.id] : [circle.id, other]
    return [{ from, to, name, as: 'kin', state: null, endedBy: null, sends: 0, receives: 0 }]
  })
}

function addEdge(links: Edge[], names: Map<string, Structure['circles'][number]>, { name, ...edge }: Named): void {
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
