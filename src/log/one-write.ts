/* oxlint-disable no-underscore-dangle -- the seams of the stack below have no other names */
import type { ApplyState } from 'autobase'
import caps from 'autobase/lib/caps.js'

/**
 * A founder's device writes its new words and what they do to the order first, and how far that order goes only in a
 * second write. Ended in between, it would take the words into the order again at its next start, and sign an order
 * that stands twice for one place, which nobody else comes to. Here each write says how far the order in it goes.
 */
export function inOneWrite(state: ApplyState, recoveries: () => number): ApplyState['_flush'] {
  const flush = state._flush.bind(state)
  return async (blocks) => {
    const { store } = state
    const write = store.flush.bind(store)
    store.flush = async () => {
      state.localState.setBootRecord({
        version: caps.BOOT_RECORD_VERSION,
        key: state.key,
        systemLength: state.indexedLength,
        indexersUpdated: false,
        fastForwarding: false,
        recoveries: recoveries(),
      })
      await state.localState.flush()
      await write()
    }
    try {
      await flush(blocks)
    } finally {
      store.flush = write
    }
  }
}
