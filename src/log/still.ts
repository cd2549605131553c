import type { LogStore } from './store.ts'

type Core = { readonly state?: { readonly mutex: { lock(): Promise<void>; unlock(): void } } | null }

/**
 * Resolves when nothing that came over a connection is being written any more. To be awaited between the end of the
 * connections and the closing of circles: Hypercore would go on to read from the closed store, and nobody would catch
 * what that throws.
 */
export async function whenStill(store: LogStore): Promise<void> {
  const { cores } = store.root as unknown as { readonly cores: Iterable<Core> }
  for (const { state } of cores) {
    await state?.mutex.lock().then(
      () => state.mutex.unlock(),
      // Closed already.
      () => undefined,
    )
  }
}
