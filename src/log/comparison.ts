import { compareOrder, NOTHING_COMPARED, type Compared, type Differences } from './compare-order.ts'
import type { ScreenedBase } from './screened-base.ts'
import { equalBytes } from './crypto.ts'

/** Compares the signed order with the writers' logs as it grows, and remembers over a restart how far that went. */
export type Comparison = {
  done(): boolean
  differences(): Differences
  /** To be called when there may be more to compare. Runs in the background. */
  goOn(): void
  close(): Promise<void>
}

const KEY = 'nst/compared'
/** What is compared again after a restart, at most, so that not every word costs one more write. */
const UNSAVED = 256

/** `onDifference` is called when the signed order was found not to be what its writers wrote. */
export function openComparison(base: ScreenedBase, onDifference: () => void): Comparison {
  let compared: Compared | undefined
  let [saved, signed] = [0, 0]
  let closed = false
  let again = false
  let working: Promise<void> | undefined

  const isFounder = () => equalBytes(base.local.key, base.key)
  const compare = async () => {
    // Who signed the order oneself has taken nothing over.
    if (isFounder()) return
    compared ??= await readSaved(base)
    const [before, length] = [compared, base.signedLength]
    const after = length === signed ? before : await compareOrder(base, before)
    if (after === undefined || after === before || closed) return
    compared = after
    signed = length
    if (after.differences !== before.differences) onDifference()
    if (after.differences.size > 0 || after.view < saved + UNSAVED) return
    saved = after.view
    await base.local.setUserData(KEY, encodeSaved(after))
  }
  const work = async () => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- `close` sets it
    while (again && !closed) {
      again = false
      // Autobase interrupts whoever reads while it begins anew: it says so when it has, and we go on.
      await compare().catch(() => undefined)
    }
    working = undefined
  }
  return {
    done: () => (base.local !== null && isFounder()) || (compared !== undefined && signed === base.signedLength),
    differences: () => compared?.differences ?? NOTHING_COMPARED.differences,
    goOn() {
      again = true
      working ??= work()
    },
    async close() {
      closed = true
      await working
    },
  }
}

async function readSaved(base: ScreenedBase): Promise<Compared> {
  try {
    const bytes = await base.local.getUserData(KEY)
    if (bytes === null) return NOTHING_COMPARED
    const { view, lengths } = JSON.parse(Buffer.from(bytes).toString('utf8')) as SavedForm
    return { ...NOTHING_COMPARED, view, lengths: new Map(lengths) }
  } catch {
    return NOTHING_COMPARED
  }
}

type SavedForm = { readonly view: number; readonly lengths: [writer: string, length: number][] }

/** Only of an order without fault: what was found wrong has to be found again. */
const encodeSaved = ({ view, lengths }: Compared): Uint8Array =>
  Buffer.from(JSON.stringify({ view, lengths: [...lengths] } satisfies SavedForm))
