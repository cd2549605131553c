import { resolve } from 'node:path'
import type { NodePort } from '../../api/node-port.ts'
import { purpose } from '../../domain/purpose.ts'
import { refuse } from '../../domain/refusal.ts'
import { realFiles } from '../../network/stick/files.ts'
import { placeOn } from '../../network/stick/stick-folder.ts'
import { drives } from '../carrying/drives.ts'
import { KeptSticks, realCircles } from '../carrying/kept-sticks.ts'
import { underWayOf } from '../carrying/under-way.ts'
import type { RunningNode } from '../node.ts'
import { answering, must } from './answering.ts'

export function stickCommands(node: RunningNode): NodePort['stick'] {
  const sticks = new KeptSticks(node)
  const isThere = (folder: string) =>
    placeOn(folder, realFiles).then(
      () => true,
      () => false,
    )
  return {
    sync: answering(async ({ folder: wanted, circles, keep, limit }, call) => {
      must(node.profile())
      const folder = resolve(wanted)
      const sessions =
        circles === undefined ? realCircles(node) : circles.map((circle) => must(node.desk.session(circle)))
      if (sessions.length === 0) must(refuse('no-such-circle'))
      const done = await underWayOf(node).during('stick', folder, call, (watch) =>
        sticks.sync(folder, sessions, limit, watch),
      )
      if (keep === true) await sticks.keep(folder, circles === undefined ? null : sessions.map((one) => one.circle.id))
      const nameOf = (circle: string) => sessions.find((one) => one.circle.id === circle)
      const named = done.circles.map((one) => {
        const session = nameOf(one.circle)
        return { ...one, name: session === undefined ? '' : purpose(session.circle).name }
      })
      return { folder, ...done, circles: named }
    }),
    list: answering(async () => {
      const kept = await sticks.list()
      const there = await Promise.all(kept.map(({ folder }) => isThere(folder)))
      return {
        drives: await drives(),
        kept: kept.map((one, index) => ({ ...one, there: there[index] ?? false })),
      }
    }),
    forget: answering(async ({ folder }) => {
      await sticks.forget(resolve(folder))
      return { folder: resolve(folder) }
    }),
  }
}
