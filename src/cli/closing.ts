import type { Output } from './output.ts'
import type { World } from './world.ts'

/** A node that does not close in this time is left to the system. */
const CLOSING_MS = 10_000

/** Closes what a command opened. All that was acknowledged is on the disk by now, so a failure here is only noted. */
export async function closeInTime(close: () => Promise<void>, world: World, out: Output): Promise<void> {
  const closed = close().catch((fault: unknown) => out.note(`The node did not close cleanly: ${String(fault)}`))
  await Promise.race([closed, world.pause(CLOSING_MS)])
}
