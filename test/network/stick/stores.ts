import Autobase from 'autobase'
import Corestore from 'corestore'
import type Hypercore from 'hypercore'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'

/** A temporary folder with stores and circles in it, all closed and removed by `remove`. */
export async function createFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'nst-'))
  const closers: (() => Promise<unknown>)[] = []
  return {
    path: (name: string) => join(folder, name),
    async store(name: string): Promise<Corestore> {
      const store = new Corestore(join(folder, name))
      closers.unshift(() => store.close())
      await store.ready()
      return store
    },
    async circle(name: string, key: Uint8Array | null): Promise<Circle> {
      const store = await this.store(name)
      const options = { ...HANDLERS, encryptionKey: Buffer.alloc(32, 5) }
      const base = new Autobase(store.namespace('circle'), key, options) as Base
      base.on('error', () => {})
      closers.unshift(() => base.close())
      await base.ready()
      return { store, base }
    },
    async remove() {
      for (const close of closers) await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Folder = Awaited<ReturnType<typeof createFolder>>
type Replicates = { replicate(initiator: boolean): Duplex }
/** A bare base, with what `src/log` does not use of it and has no types for. */
type Base = Autobase & Replicates & { waitForWritable(): Promise<boolean> }
export type Circle = { readonly store: Corestore; readonly base: Base }

const ADMIT = 1
const HANDLERS = {
  valueEncoding: 'binary',
  ackInterval: 0,
  open: (store: { get(options: object): Hypercore }) => store.get({ name: 'view', valueEncoding: 'binary' }),
  async apply(nodes: { value: Uint8Array | null }[], view: Hypercore, host: AdmittingHost) {
    for (const { value } of nodes) {
      if (value?.[0] === ADMIT) await host.addWriter(value.subarray(1), { indexer: false })
      else if (value !== null) await view.append(value)
    }
  },
} as unknown as ConstructorParameters<typeof Autobase>[2]
type AdmittingHost = { addWriter(key: Uint8Array, options: { indexer: boolean }): Promise<void> }

export const admit = (key: Uint8Array): Buffer => Buffer.concat([Buffer.from([ADMIT]), key])
export const said = (text: string): Buffer => Buffer.from(` ${text}`)

/** Two ends of one replication in this process; returns what cuts it. */
export function link(one: Replicates, other: Replicates): () => void {
  const [a, b] = [one.replicate(true), other.replicate(false)]
  for (const stream of [a, b]) stream.on('error', () => {})
  a.pipe(b).pipe(a)
  return () => {
    a.destroy()
    b.destroy()
  }
}

/** Resolves as soon as `isSo`, which is asked again at each change of the agreed order. */
export async function until(base: Autobase, isSo: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!isSo()) return
      base.off('update', look)
      resolve()
    }
    base.on('update', look)
    base.update().then(look, look)
  })
}

export async function textsOf({ base }: Circle): Promise<string[]> {
  const texts = await Promise.all(Array.from({ length: base.view.length }, (_, index) => base.view.get(index)))
  return texts.map((text) => String(text).trim()).sort()
}
