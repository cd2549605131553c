import { bootstrap, multicast, nat, udp } from './around.ts'
import type { Case, Finding, Step } from './finding.ts'
import { clock, network, port, reach } from './here.ts'
import { keeper, people } from './others.ts'

const [AT_ONCE_MS, SOON_MS, FAR_MS] = [2_000, 5_000, 10_000]

/** From this device outwards. */
export const STEPS: readonly Step[] = [
  { name: 'clock', sends: false, limitMs: AT_ONCE_MS, take: clock },
  { name: 'reach', sends: false, limitMs: AT_ONCE_MS, take: reach },
  { name: 'network', sends: false, limitMs: AT_ONCE_MS, take: network },
  { name: 'port', sends: false, limitMs: AT_ONCE_MS, take: port },
  { name: 'multicast', sends: true, limitMs: SOON_MS, take: multicast },
  { name: 'udp', sends: true, limitMs: SOON_MS, take: udp },
  { name: 'bootstrap', sends: true, limitMs: FAR_MS, take: bootstrap },
  { name: 'nat', sends: true, limitMs: FAR_MS, take: nat },
  { name: 'keeper', sends: false, limitMs: AT_ONCE_MS, take: keeper },
  { name: 'people', sends: false, limitMs: AT_ONCE_MS, take: people },
]

/** Where nobody may find this device, nothing is sent unless its person said so for this step. */
export const needsWord = ({ sends }: Step, { reach: far }: Case): boolean => sends && far === 'nobody'

/** Never longer than the step's limit, and no longer than anybody waits for it. */
export async function takeStep(step: Step, given: Case, allowed: boolean, signal?: AbortSignal): Promise<Finding> {
  if (needsWord(step, given) && !allowed) return { outcome: 'skipped', code: 'not-allowed' }
  const limit = AbortSignal.timeout(step.limitMs)
  const ends = signal === undefined ? limit : AbortSignal.any([signal, limit])
  const late = new Promise<Finding>((resolve) => {
    ends.addEventListener('abort', () => resolve({ outcome: 'skipped', code: 'too-late' }), { once: true })
  })
  // What hears the signal ends by itself, and with a better word; what does not is left a moment later.
  return Promise.race([step.take(given, ends), late.then(async (finding) => pauseThen(finding))])
}

const pauseThen = async (finding: Finding): Promise<Finding> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(finding), 500).unref()
  })
