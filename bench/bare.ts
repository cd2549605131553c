import Autobase, { type ApplyHost, type ApplyNode } from 'autobase'
import Corestore from 'corestore'
import type Hypercore from 'hypercore'
import ProtomuxWakeup from 'protomux-wakeup'
import type { Duplex } from 'node:stream'
import { encodeEntry } from '../src/log/view-entry.ts'

/** The baseline: an Autobase as it comes, sealed as ours is, whose apply admits writers and appends the rest. */
export type Bare = {
  readonly store: Corestore
  readonly base: Autobase
  replicate(stream: Duplex | boolean): Duplex
  close(): Promise<void>
}

export type BareLog = { namespace: string; baseKey?: Uint8Array; encryptionKey?: Uint8Array }

export async function openBare(folder: string, { namespace, baseKey, encryptionKey }: BareLog): Promise<Bare> {
  const store = new Corestore(folder)
  await store.ready()
  const wakeup = new ProtomuxWakeup()
  const base = new Autobase(store.namespace(namespace), baseKey ?? null, {
    open: (views) => views.get('events'),
    apply: appendOnly,
    update: async () => {},
    valueEncoding: 'binary',
    ackInterval: 0,
    wakeup,
    encrypt: true,
    ...(encryptionKey === undefined ? {} : { encryptionKey }),
  })
  base.on('error', (error: Error) => {
    throw error
  })
  await base.ready()
  const replicate = (stream: Duplex | boolean) => {
    const replicated = store.replicate(stream)
    replicated.on('error', () => undefined)
    wakeup.addStream(replicated)
    return replicated
  }
  const close = async () => {
    wakeup.destroy()
    await base.close()
    await store.close()
  }
  return { store, base, replicate, close }
}

const ADMIT = 1

export function bareAdmission(writer: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([ADMIT]), writer])
}

async function appendOnly(nodes: ApplyNode[], view: Hypercore, host: ApplyHost): Promise<void> {
  const entries: Uint8Array[] = []
  for (const { value, from, length } of nodes) {
    if (value === null) continue
    if (value[0] === ADMIT) await host.addWriter(Buffer.from(value.subarray(1)), { indexer: false })
    else entries.push(encodeEntry(from.key, length, value))
  }
  if (entries.length > 0) await view.append(entries)
}

/**
 * Fetches all writers' logs and tells the base of their news, as ours does. Without it, five that wrote 240 events each
 * and met through one of them made no step in 100 s, with parts of the order still missing; with it they take 13 s.
 */
export async function copyWhole({ store, base }: Bare, writers: readonly Uint8Array[]): Promise<void> {
  for (const key of writers) {
    const core = store.get({ key })
    await core.ready()
    core.download({ start: 0, end: -1 })
    core.on('append', () => base.hintWakeup([{ key, length: core.length }]))
  }
}

/** Every block of the agreed order. */
export async function readAll({ base }: Bare): Promise<number> {
  await base.update()
  const { view } = base
  let bytes = 0
  for (let from = 0; from < view.length; from += 512) {
    const count = Math.min(512, view.length - from)
    const blocks = await Promise.all(Array.from({ length: count }, (_, index) => view.get(from + index)))
    for (const block of blocks) bytes += block?.byteLength ?? 0
  }
  return bytes
}
