import { linkedCircles } from '../../domain/links/queries.ts'
import { linkOf } from '../../domain/links/state.ts'
import { kinOf } from '../../domain/standing/queries.ts'
import type { CircleSession } from '../circle-session.ts'
import { findOne } from '../find.ts'
import type { RunningNode } from '../node.ts'
import { must } from './answering.ts'

/** Another circle than this one: any by its whole number, one of this node by its name, or one that this circle knows. */
export function otherOf(node: RunningNode, { circle }: CircleSession, ref: string): string {
  const id = ref.trim()
  if (/^[0-9a-f]{64}$/.test(id)) return id
  const here = node.desk.session(id)
  if (here.ok) return here.value.circle.id
  const kin = kinOf(circle).map((one) => ({ id: one.circle, called: [one.name], it: one.circle }))
  const linked = linkedCircles(circle)
    .filter((other) => kin.every((one) => one.id !== other))
    .map((other) => ({ id: other, called: [linkOf(circle, other, '')?.name ?? ''], it: other }))
  const known = findOne([...kin, ...linked], id, 'no-such-circle')
  return known.ok ? known.value : must(here)
}
