import type { Output } from './output.ts'
import type { World } from './world.ts'

/** A page that is looked at; a machine that reads lines is told only what changed. */
const REFRESH_MS = 1_000

/** What runs until it is ended, and how it tells how it stands: as a page, and as a line. */
type AlwaysOn<S> = {
  readonly state: () => S
  readonly page: (state: S) => string
  readonly line: (state: S) => string
}

/** On a screen the page again and again; else a line whenever something is another than it was. */
export async function tellUntilEnded<S extends object>(
  world: World,
  out: Output,
  { state, page, line }: AlwaysOn<S>,
  onRing: (ring: () => void) => void,
): Promise<void> {
  let told = JSON.stringify(state())
  while (!world.signal.aborted) {
    const rung = new Promise<void>((resolve) => {
      onRing(resolve)
      world.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    await rung
    // Many things change at once while something is brought: one page for them all.
    if (!world.signal.aborted) await Promise.race([world.pause(REFRESH_MS), whenAborted(world.signal)])
    const now = JSON.stringify(state())
    if (now === told || world.signal.aborted) continue
    told = now
    if (world.isScreen) out.screen(page(state()))
    else out.result(state(), line(state()))
  }
}

async function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
