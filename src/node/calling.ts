import { parseAddress } from '../network/address.ts'
import type { Meeting } from './meeting.ts'
import { pause } from './pause.ts'

type Calling = {
  readonly meet: () => Promise<Meeting>
  /** Where those might be met whom somebody here waits for. */
  readonly addresses: () => readonly string[]
  readonly signal: AbortSignal
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000

/** Calls there again and again, until there is nobody left to look for. */
export async function keepCalling({ meet, addresses, signal }: Calling): Promise<void> {
  const meeting = await meet()
  for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const wanted = addresses().flatMap((text) => parseAddress(text) ?? [])
    if (wanted.length === 0) return
    const away = wanted.filter(({ peer }) => !meeting.isConnected(peer))
    // Nobody there yet is what the next round is for.
    await Promise.all(away.map((address) => meeting.connect(address).catch(() => undefined)))
    await pause(wait, signal)
  }
}
