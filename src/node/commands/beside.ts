import type { NodePort } from '../../api/node-port.ts'
import { Beside } from '../beside/beside.ts'
import type { RunningNode } from '../node.ts'
import { answering, must } from './answering.ts'

const known = new WeakMap<RunningNode, Beside>()

/** Who has a key of their own on this node's device: one for each node. */
export function besideOf(node: RunningNode): Beside {
  const there = known.get(node)
  if (there !== undefined) return there
  const made = new Beside(node)
  known.set(node, made)
  return made
}

export function besideCommands(node: RunningNode): NodePort['beside'] {
  const beside = besideOf(node)
  return {
    add: answering(async ({ circle, name }) => {
      const one = must(await beside.add(must(node.desk.session(circle)), name))
      return { beside: one.beside, person: beside.personOf(one) ?? '' }
    }),
    list: answering(async () => ({
      owner: must(node.profile()).profile.name,
      people: (await beside.people()).map((one) => ({
        beside: one.beside,
        name: one.name,
        circle: one.circle,
        person: beside.personOf(one),
      })),
    })),
    slip: answering(async (input) => ({ words: must(await beside.slip(input.beside)) })),
    takeHome: answering(async (input) => ({ name: must(await beside.takeHome(input.beside)) })),
  }
}
