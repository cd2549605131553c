import type { NodePort } from '../../api/node-port.ts'
import { parseKeeperAddress } from '../../network/keeper/keeper-address.ts'
import { keeperLines, proposedOf } from '../pages/keepers-page.ts'
import { asOfText } from '../pages/shown.ts'
import type { RunningNode } from '../node.ts'
import { answering, must } from './answering.ts'

export function keeperCommands({ desk, reach }: RunningNode): NodePort['keeper'] {
  return {
    list: answering(({ circle }) => {
      const session = must(desk.session(circle))
      const keepers = keeperLines(session, reach.keepers())
      const { id } = session.circle
      return { circle: id, asOf: asOfText(session.circle), keepers, proposed: proposedOf(session, 'keeper') }
    }),
    read: answering(({ address }) => {
      const parsed = parseKeeperAddress(address.trim())
      if (parsed === undefined) return { good: false, place: null, open: false }
      return { good: true, place: parsed.at?.host ?? null, open: parsed.secret === null }
    }),
  }
}
