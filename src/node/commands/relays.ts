import type { NodePort } from '../../api/node-port.ts'
import { agreementState } from '../../domain/agreements/queries.ts'
import { relaysOf } from '../../domain/standing/relays.ts'
import { parseRelayAddress } from '../../network/relay/relay-address.ts'
import { proposedOf } from '../pages/keepers-page.ts'
import { asOfText } from '../pages/shown.ts'
import type { RunningNode } from '../node.ts'
import { answering, must } from './answering.ts'

export function relayCommands({ desk, reach }: RunningNode): NodePort['relay'] {
  return {
    list: answering(({ circle: ref }) => {
      const session = must(desk.session(ref))
      const { circle } = session
      const isBarred = reach.of(session) !== 'internet'
      const relays = relaysOf(circle).map(({ relay, address, agreement }) => {
        const record = circle.agreements.get(agreement)
        const state = record === undefined ? ('in-force' as const) : agreementState(circle, record)
        const carries = reach.linesTo(relay)
        const standing = carries > 0 ? ('used' as const) : ('ready' as const)
        return { relay, address, agreement, state, carries, standing: isBarred ? ('barred' as const) : standing }
      })
      return { circle: circle.id, asOf: asOfText(circle), relays, proposed: proposedOf(session, 'relay') }
    }),
    read: answering(({ address }) => {
      const parsed = parseRelayAddress(address.trim())
      return { good: parsed !== undefined, open: parsed?.secret === null }
    }),
  }
}
