import Corestore from 'corestore'
import type Hypercore from 'hypercore'
import HyperDHT from 'hyperdht'
import { onTestFinished } from 'vitest'
import { formatKeeperAddress } from '../../src/network/keeper/keeper-address.ts'
import { KEEPER_VERSION, sayWord } from '../../src/network/keeper/keeper-word.ts'
import { Sockets } from '../../src/network/sockets.ts'
import { testFolder } from './folder.ts'
import type { Peer } from './nodes.ts'

type Storage = {
  core: {
    storage: {
      write(): {
        putBlock(index: number, data: Uint8Array): void
        deleteBlock(index: number): void
        flush(): Promise<unknown>
      }
    }
  }
}

/** A machine that passes for a keeper, and may do anything with what it was brought. */
export class LyingKeeper {
  readonly store: Corestore
  readonly address: string
  readonly #cores = new Map<string, Hypercore>()

  private constructor(store: Corestore, address: string) {
    this.store = store
    this.address = address
  }

  static async begins(): Promise<LyingKeeper> {
    const keyPair = HyperDHT.keyPair(Buffer.alloc(32, 'liar'))
    const store = new Corestore(await testFolder())
    const sockets = new Sockets(keyPair)
    await sockets.listen({ host: '127.0.0.1', port: 0 })
    await sockets.answer({
      keyPair,
      refuses: () => false,
      onStream: (stream) => {
        stream.on('error', () => {})
        sayWord(stream, () => ({ version: KEEPER_VERSION, full: false }))
        store.replicate(stream)
      },
    })
    onTestFinished(async () => {
      await sockets.close()
      await store.close()
    })
    const at = { host: '127.0.0.1', port: sockets.ports().port }
    const keeper = Buffer.from(keyPair.publicKey).toString('hex')
    return new LyingKeeper(store, formatKeeperAddress({ keeper, secret: null, at }))
  }

  /** Takes a copy of all that this person has of their circle now. */
  async copies(one: Peer): Promise<void> {
    const ends = [one.session.log.store.replicate(true), this.store.replicate(false)] as const
    ends[0].on('error', () => {})
    ends[1].on('error', () => {})
    ends[0].pipe(ends[1]).pipe(ends[0])
    for (const { key, length } of one.session.log.copy.cores()) {
      const core = this.store.get({ key })
      await core.ready()
      await core.update({ wait: true })
      await core.download({ start: 0, end: length }).done()
      this.#cores.set(Buffer.from(key).toString('hex'), core)
    }
    for (const end of ends) end.destroy()
  }

  /** The newest block of each log, as something else; null: it is no longer there, and is still said to be. */
  async changes(how: (block: Buffer) => Buffer | null): Promise<void> {
    for (const core of this.#cores.values()) {
      const index = core.length - 1
      const block = index < 0 ? null : await core.get(index, { raw: true, wait: false })
      if (block === null) continue
      const tx = (core as unknown as Storage).core.storage.write()
      const changed = how(Buffer.from(block))
      if (changed === null) tx.deleteBlock(index)
      else tx.putBlock(index, changed)
      await tx.flush()
    }
  }
}
