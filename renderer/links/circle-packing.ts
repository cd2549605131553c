import { hierarchy, pack } from 'd3-hierarchy'
import type { Client } from '../../src/api/client.ts'

export type Structure = Awaited<ReturnType<Client['structure']['show']>>
type Shown = Structure['circles'][number]
type Link = Structure['links'][number]
export type Place = { readonly x: number; readonly y: number; readonly r: number }
export type Packed = {
  /** Where a circle's own people are: its name stands there, and its links lead there. */
  readonly places: ReadonlyMap<string, Place>
  /** Around a circle and all its parts; only circles that have parts have one. */
  readonly rings: ReadonlyMap<string, Place>
}
type Branch = { readonly circle: string; readonly people: number; readonly parts: readonly Branch[] }

/** A circle that is known by a link alone: how many are in it is nobody's business here, so it is drawn as a few. */
const UNKNOWN = 3
const ROOM = { between: 28, inside: 10 } as const

/** Which broader circle each circle is drawn in: its own first, then one that both have agreed on. Nobody is inside itself. */
export function broaderOf({ circles, links }: Structure): ReadonlyMap<string, string> {
  const broader = new Map<string, string>()
  const isInside = (circle: string | undefined, of: string): boolean =>
    circle !== undefined && (circle === of || isInside(broader.get(circle), of))
  const known = new Set(circles.map(({ circle }) => circle))
  for (const link of links.toSorted((a, b) => Number(a.as !== 'kin') - Number(b.as !== 'kin'))) {
    const [part, whole] = link.as === 'above' ? [link.from, link.to] : [link.to, link.from]
    if (link.as === 'beside' || !holds(link) || broader.has(part) || isInside(whole, part)) continue
    if (known.has(part) && known.has(whole)) broader.set(part, whole)
  }
  return broader
}

/** A circle's parts come right after it. */
export function inOrder(structure: Structure): readonly Shown[] {
  const byId = new Map(structure.circles.map((one) => [one.circle, one]))
  const flat = ({ circle, parts }: Branch): readonly string[] => [circle, ...parts.flatMap(flat)]
  return branches(structure).flatMap((branch) => flat(branch).flatMap((id) => byId.get(id) ?? []))
}

/** Both have consented and neither has ended it; kin belong together anyway. */
export const holds = ({ state }: Link): boolean => [null, 'agreed', 'active', 'due'].includes(state)

/** Circles in circles, each as large as it has people, in so much room. */
export function packed(structure: Structure, width: number, height: number): Packed {
  const places = new Map<string, Place>()
  const rings = new Map<string, Place>()
  // Before the page knows how wide it is.
  if (width <= 0) return { places, rings }
  const whole: Branch = { circle: '', people: 0, parts: branches(structure) }
  const own = (branch: Branch): readonly Branch[] =>
    branch.parts.length === 0 || branch === whole ? branch.parts : [{ ...branch, parts: [] }, ...branch.parts]
  const root = hierarchy<Branch>(whole, own).sum(({ people, parts }) => (parts.length === 0 ? people : 0))
  const lay = pack<Branch>()
    .size([width, height])
    .padding(({ depth }) => (depth === 0 ? ROOM.between : ROOM.inside))
  for (const { data, children, depth, x, y, r } of lay(root).descendants()) {
    if (depth > 0) (children === undefined ? places : rings).set(data.circle, { x, y, r })
  }
  return { places, rings }
}

function branches(structure: Structure): readonly Branch[] {
  const broader = broaderOf(structure)
  const within = (whole: string | undefined): readonly Branch[] =>
    structure.circles
      .filter(({ circle }) => broader.get(circle) === whole)
      .map(({ circle, members }) => ({ circle, people: Math.max(members ?? UNKNOWN, 1), parts: within(circle) }))
  return within(undefined)
}
