import { answersItself } from '../../network/doctor/answers-itself.ts'
import { hostsOfThisMachine } from '../hosts.ts'
import { NOT_NEEDED, type Case, type Finding } from './finding.ts'

/** No program like this ran before. */
const EARLIEST = Date.UTC(2026, 0, 1)
/** As much as clocks of people differ who do not look after them. */
const OFF_MS = 10 * 60_000
const MINUTE_MS = 60_000

/** Against what others wrote: nobody's words can be of a time that is still to come. */
export function clock({ node, sessions }: Case): Finding {
  const now = node.options.clock()
  const said = sessions.flatMap(({ circle, me }) =>
    [...circle.counted.values()].flatMap(({ person, at }) => (person === me ? [] : [at])),
  )
  const ahead = said.reduce((most, at) => Math.max(most, at - now), 0)
  if (now < EARLIEST) return { outcome: 'bad', code: 'clock-off', about: { minutes: 0 } }
  return ahead > OFF_MS
    ? { outcome: 'advice', code: 'clock-off', about: { minutes: Math.round(ahead / MINUTE_MS) } }
    : { outcome: 'good', code: 'clock-good' }
}

export function reach({ reach: far }: Case): Finding {
  if (far === 'nobody') return { outcome: 'bad', code: 'reach-nobody' }
  return { outcome: 'good', code: far === 'lan' ? 'reach-lan' : 'reach-internet' }
}

export function network(): Finding {
  const hosts = hostsOfThisMachine({ six: true })
  return hosts.length === 0
    ? { outcome: 'bad', code: 'network-none' }
    : { outcome: 'good', code: 'network-good', about: { host: hosts[0] ?? '' } }
}

/** Where this node says that it answers: another program, or a wall on this machine, may stand in between. */
export async function port({ node, sessions, reach: far }: Case, signal: AbortSignal): Promise<Finding> {
  if (far === 'nobody') return NOT_NEEDED
  const places = sessions.flatMap((session) => node.reach.whereabouts(session) ?? [])
  const [host = '127.0.0.1'] = hostsOfThisMachine()
  const [place] = places
  if (place === undefined) return { outcome: 'bad', code: 'port-none' }
  return (await answersItself(host, place.port, signal))
    ? { outcome: 'good', code: 'port-good', about: { port: place.port } }
    : { outcome: 'bad', code: 'port-closed', about: { port: place.port } }
}
