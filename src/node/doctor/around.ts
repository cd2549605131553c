import type { Endpoint } from '../../network/address.ts'
import { askTheWay, type TheWay } from '../../network/doctor/ask-the-way.ts'
import { listenForOthers } from '../../network/doctor/listen-for-others.ts'
import { sendUdp } from '../../network/doctor/send-udp.ts'
import { parseBootstrap } from '../../network/internet/bootstrap.ts'
import type { RunningNode } from '../node.ts'
import { NOT_NEEDED, type Case, type Finding } from './finding.ts'

/** Time for answers of machines that wait a little, as they should. */
const LISTEN_MS = 2_500

export async function multicast({ node }: Case, signal: AbortSignal): Promise<Finding> {
  if (node.options.onlyHere !== undefined) return NOT_NEEDED
  const heard = await listenForOthers(AbortSignal.any([signal, AbortSignal.timeout(LISTEN_MS)]))
  if ('failed' in heard) return { outcome: 'bad', code: 'multicast-failed', about: { why: heard.failed } }
  if (heard.over.length === 0) return { outcome: 'advice', code: 'multicast-silent' }
  return { outcome: 'good', code: heard.over.includes('four') ? 'multicast-good' : 'multicast-six' }
}

export async function udp(given: Case): Promise<Finding> {
  if (given.reach === 'internet') {
    const to = await placesToAsk(given)
    const sent = to.length === 0 ? 'sent' : await sendUdp(to)
    if (sent !== 'sent') return { outcome: 'bad', code: sent === 'blocked' ? 'udp-blocked' : 'udp-no-route' }
  }
  const streams = given.sessions.flatMap((session) => given.node.meeting()?.quarterOf(session).peers.all() ?? [])
  const over = streams.map(({ stream: { rawStream } }) => (rawStream?.remoteHost === undefined ? 'tcp' : 'udp'))
  if (over.includes('udp')) return { outcome: 'good', code: 'udp-good' }
  // They came the second way, which is only taken where the first one did not answer.
  if (over.includes('tcp')) return { outcome: 'advice', code: 'udp-blocked' }
  return given.reach === 'internet'
    ? { outcome: 'good', code: 'udp-good' }
    : { outcome: 'skipped', code: 'udp-unknown' }
}

export async function bootstrap(given: Case, signal: AbortSignal): Promise<Finding> {
  if (given.reach !== 'internet') return NOT_NEEDED
  const { asked } = await given.node.reach.bootstrap()
  if (asked.length === 0) return { outcome: 'bad', code: 'bootstrap-nobody' }
  // Asked anew each time; what is said of the router then rests on it.
  const asking = theWay(given, signal)
  lastAsked.set(given.node, asking)
  const { answered } = await asking
  return answered
    ? { outcome: 'good', code: 'bootstrap-good' }
    : { outcome: 'bad', code: 'bootstrap-silent', about: { count: asked.length } }
}

export async function nat(given: Case, signal: AbortSignal): Promise<Finding> {
  if (given.reach !== 'internet') return NOT_NEEDED
  const { nat: kind } = await (lastAsked.get(given.node) ?? theWay(given, signal))
  const outcome = kind === 'random' ? 'advice' : kind === 'unknown' ? 'skipped' : 'good'
  return { outcome, code: `nat-${kind}` }
}

/** One answer is enough for both steps. */
const lastAsked = new WeakMap<RunningNode, Promise<TheWay>>()

async function theWay({ node }: Case, signal: AbortSignal): Promise<TheWay> {
  const { asked } = await node.reach.bootstrap()
  return askTheWay(asked, signal)
}

/** Of those who are asked for the way, those whose address is known: a name would have to be asked for too. */
async function placesToAsk({ node }: Case): Promise<Endpoint[]> {
  const { asked } = await node.reach.bootstrap()
  const entries = asked.flatMap((entry) => parseBootstrap(entry.replace(/@[^:]*/, '')) ?? [])
  return entries.filter(({ host }) => /^[0-9.]+$/.test(host))
}
