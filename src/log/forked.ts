import type Hypercore from 'hypercore'
import type { ScreenedBase } from './screened-base.ts'

type Header = { readonly core: { readonly header: { readonly frozen?: boolean } | null } | null }

/**
 * Whether this core's writer was found to have signed two logs. Hypercore then closes it in all hands, and takes no more
 * of it from anybody until the next start: whoever waits for the rest would wait for ever.
 */
export const isForked = (core: Hypercore): boolean => (core as unknown as Header).core?.header?.frozen === true

/** Which writers (hex) were ever found forked here, → how much of the log that was here first was kept then. */
export type ForkedWriters = {
  found(): ReadonlyMap<string, number>
  /** Kept over a restart: what Hypercore forgets, the circle has to know. */
  add(writer: string, length: number): void
}

const KEY = 'nst/forked'

/** `onKnown` is called when what was found before this start is known again. */
export function openForked(base: ScreenedBase, onKnown: () => void): ForkedWriters {
  const found = new Map<string, number>()
  const load = async () => {
    const before = await readFound(base)
    for (const [writer, length] of before) found.set(writer, length)
    if (before.length > 0) onKnown()
  }
  const known = load()
  return {
    found: () => found,
    add(writer, length) {
      if (found.has(writer)) return
      found.set(writer, length)
      const save = async () => {
        await known
        await base.local.setUserData(KEY, Buffer.from(JSON.stringify([...found])))
      }
      // A log that closes meanwhile finds it again where the two meet again.
      void save().catch(() => undefined)
    },
  }
}

async function readFound(base: ScreenedBase): Promise<[writer: string, length: number][]> {
  try {
    await base.ready()
    const bytes = await base.local.getUserData(KEY)
    return bytes === null ? [] : (JSON.parse(Buffer.from(bytes).toString('utf8')) as [string, number][])
  } catch {
    return []
  }
}
