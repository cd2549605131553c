import type Corestore from 'corestore'
import type ProtomuxWakeup from 'protomux-wakeup'
import type { Duplex } from 'node:stream'
import { holdBlocks, type Hold } from './hold.ts'
import { ForklessCorestore } from './forkless-corestore.ts'
import { dropOldNotes } from './old-notes.ts'
import { LimitedWakeup } from './speaking-of.ts'
import { StoreError, storeError } from './store-error.ts'
import { syncWal } from './wal.ts'

/** One folder with all cores of this device. One process owns it. */
export type LogStore = {
  readonly folder: string
  readonly root: Corestore
  /** The part of the store in which a circle's log is opened. */
  namespace(namespace: string): Corestore
  /** Shared by all circles, so that those opened later join the connections that are there. */
  readonly wakeup: ProtomuxWakeup
  /**
   * One call for each connection, whatever circles are open or will be. `true` makes the initiator's end of a new one.
   * With a `namespace`, which needs a connection that is there, only that circle's log is spoken of.
   */
  replicate(connection: Duplex | boolean, namespace?: string): Duplex
  /** What `write` appends is on the disk, past a power failure, before it resolves and before a peer may see it. */
  durably<T>(write: () => Promise<T>): Promise<T>
  /** Connections that stand now. */
  connections(): number
  close(): Promise<void>
}

/** `primaryKey`: 32 bytes from which a new store derives its writer keys; only tests and restores give it. */
export type StoreOptions = { readonly primaryKey?: Uint8Array }

/** Throws a StoreError: `store-busy`, `store-copied`, `store-damaged` or `disk-full`. */
export async function openStore(folder: string, { primaryKey }: StoreOptions = {}): Promise<LogStore> {
  const root = new ForklessCorestore(folder, primaryKey === undefined ? {} : { primaryKey, unsafe: true })
  try {
    await root.ready()
  } catch (error) {
    await root.close().catch(() => undefined)
    throw storeError(error, folder)
  }
  await dropOldNotes(folder)
  return storeOver(root, folder)
}

function storeOver(root: ForklessCorestore, folder: string): LogStore {
  const wakeup = new LimitedWakeup(root.speaking)
  const hold: Hold = holdBlocks()
  return {
    folder,
    root,
    wakeup,
    connections: () => hold.size(),
    namespace: (namespace) => root.ofCircle(namespace),
    replicate(connection, namespace) {
      if (namespace !== undefined && typeof connection === 'object') root.speaking.limit(connection, namespace)
      const stream = root.replicate(connection)
      // A broken connection is no fault of ours, and an unheard 'error' would end the process.
      stream.on('error', () => undefined)
      hold.watch(stream)
      wakeup.addStream(stream)
      return stream
    },
    async durably(write) {
      const release = hold.begin()
      try {
        const result = await write()
        await syncWal(folder)
        return result
      } catch (error) {
        if (error instanceof StoreError) hold.cut()
        throw error
      } finally {
        release()
      }
    },
    async close() {
      hold.cut()
      wakeup.destroy()
      await root.close()
    },
  }
}
