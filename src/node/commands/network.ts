import type { NodePort } from '../../api/node-port.ts'
import { refuse } from '../../domain/refusal.ts'
import { parseAddress, parseEndpoint } from '../../network/address.ts'
import { parseRelayAddress } from '../../network/relay/relay-address.ts'
import { hostsOfThisMachine } from '../hosts.ts'
import { bootstrapEntries } from '../bootstrap-setting.ts'
import { reachOf } from '../pages/reach-lines.ts'
import type { RunningNode } from '../node.ts'
import { answering, must } from './answering.ts'

/** How long `connect` waits to learn whether the two share a circle, and then until both know the same. */
const MET_MS = 1_500
const IN_STEP_MS = 10_000

export function networkCommands(node: RunningNode): NodePort['network'] {
  return {
    info: answering(() => ({ address: node.meeting()?.address() ?? null, hosts: hostsOfThisMachine() })),
    listen: answering(async ({ listen }) => {
      const endpoint = parseEndpoint(listen) ?? must(refuse('not-an-address', { address: listen.slice(0, 200) }))
      const meeting = await node.meet()
      const address = await meeting.listen(endpoint.host, endpoint.port)
      node.changes.tell(null)
      return { address }
    }),
    findOthers: answering(async ({ lan, internet = false, bootstrap, relays }) => {
      await node.reach.findOthers({
        lan,
        internet,
        relays: relays?.map((address) => parseRelayAddress(address.trim()) ?? must(refuse('not-a-relay'))),
        bootstrap: bootstrap === undefined ? undefined : entries(bootstrap),
      })
      return { circles: node.sessions().filter((session) => node.reach.of(session) !== 'nobody').length }
    }),
    bootstrap: answering(() => node.reach.bootstrap()),
    setBootstrap: answering(async ({ bootstrap }) => {
      await node.reach.askOthers(entries(bootstrap))
      node.changes.tell(null)
      return node.reach.bootstrap()
    }),
    connect: answering(async ({ address }, { signal }) => {
      const parsed = parseAddress(address) ?? must(refuse('not-an-address', { address: address.slice(0, 200) }))
      must(node.profile())
      const meeting = await node.meet()
      const connection = await meeting.connect(parsed)
      const { peer } = connection
      const within = (ms: number) =>
        AbortSignal.any([AbortSignal.timeout(ms), ...(signal === undefined ? [] : [signal])])
      const why = await meeting.misunderstanding(connection, within(MET_MS))
      if (why !== null)
        must(refuse(why.theirs === 'newer' ? 'newer-program' : 'older-program', { program: why.program }))
      if (node.sessions().length > 0 && (await meeting.met(within(MET_MS)))) await meeting.inStep(within(IN_STEP_MS))
      return { peer, connected: meeting.isConnected(peer) }
    }),
    status: answering(({ circle }) => {
      must(node.profile())
      const sessions = circle === undefined ? node.sessions() : [must(node.desk.session(circle))]
      return sessions.flatMap((session) => reachOf(session, node))
    }),
  }
}

const entries = (text: string): string[] =>
  bootstrapEntries(text) ?? must(refuse('not-an-address', { address: text.slice(0, 200) }))
