import type { Desk } from './desk.ts'

const LOOK_MS = 1_000
const STEP = 0.05

/** What `work` gives; meanwhile the person is told now and then how far the node is with a file. */
export async function withProgress<T>(work: Promise<T>, { client, world, note }: Desk): Promise<T> {
  const state = { over: false, told: 0 }
  const tell = async () => {
    for (;;) {
      await world.pause(LOOK_MS)
      if (state.over || world.signal.aborted) return
      const [first] = await client.bundle.underWay({})
      if (state.over || first === undefined || first.done < state.told + STEP) continue
      state.told = first.done
      note(`${Math.floor(first.done * 100)} %`)
    }
  }
  // Whoever cannot be asked how far it is may still do it.
  void tell().catch(() => undefined)
  return work.finally(() => (state.over = true))
}
