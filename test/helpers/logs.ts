import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { onTestFinished } from 'vitest'
import { admitBlock } from '../../src/log/agree.ts'
import { openCircleLog, type CircleLog } from '../../src/log/circle-log.ts'
import { hash } from '../../src/log/crypto.ts'
import { openStore, type LogStore } from '../../src/log/store.ts'
import { decodeEntry } from '../../src/log/view-entry.ts'

const CIRCLE = 'garden'

/** A device with one circle's log on disk, with the same keys in each run. */
export class Device {
  readonly name: string
  readonly folder: string
  store!: LogStore
  log!: CircleLog
  readonly faults: Error[] = []
  known: { baseKey: Uint8Array; encryptionKey: Uint8Array } | undefined

  constructor(name: string, folder: string) {
    this.name = name
    this.folder = folder
  }

  async open(known = this.known): Promise<this> {
    this.store = await openStore(this.folder, { primaryKey: hash(Buffer.from(this.name)) })
    await this.join(known)
    return this
  }

  async join(known = this.known): Promise<void> {
    this.log = await openCircleLog({ store: this.store, namespace: CIRCLE, ackInterval: 0, ...known })
    this.log.on('fault', (error) => this.faults.push(error))
    this.known = { baseKey: this.log.baseKey, encryptionKey: this.log.encryptionKey }
  }

  get invitation() {
    return { baseKey: this.log.baseKey, encryptionKey: this.log.encryptionKey }
  }

  async close(): Promise<void> {
    await this.log?.close()
    await this.store?.close()
  }

  async restart(): Promise<this> {
    await this.close()
    return await this.open()
  }

  async append(...values: (string | Uint8Array)[]): Promise<void> {
    const outcome = await this.log.append(values.map((value) => Buffer.from(value)))
    if (!outcome.ok) throw new Error(`${this.name}: ${outcome.refusal.code}`)
  }

  /** The agreed order in short: whose value, at which position, and its first bytes. */
  async order(): Promise<string[]> {
    await this.log.update()
    const entries: string[] = []
    for (let index = 0; index < this.log.view.length; index += 1) {
      const entry = decodeEntry((await this.log.view.get(index)) ?? Buffer.alloc(0))
      if (entry === undefined) throw new Error('not an entry')
      const value = 'value' in entry ? Buffer.from(entry.value.subarray(0, 24)).toString() : `too big: ${entry.tooBig}`
      entries.push(`${entry.writer.slice(0, 6)}@${entry.position} ${value}`)
    }
    return entries
  }
}

/** A device that is closed and gone when the test ends. */
export async function device(name: string): Promise<Device> {
  const made = new Device(name, await mkdtemp(join(tmpdir(), `nst-${name}-`)))
  onTestFinished(async () => {
    await made.close().catch(() => undefined)
    await rm(made.folder, { recursive: true, force: true })
  })
  return made
}

export const founder = async (name: string): Promise<Device> => (await device(name)).open()

/** Opened with the founder's keys and admitted by `by`; the two meet for as long as it takes. */
export async function joiner(name: string, by: Device): Promise<Device> {
  const made = await (await device(name)).open(by.log.base.closed ? undefined : by.invitation)
  await by.append(admitBlock(made.log.writerKey))
  const part = connect(by, made)
  await until(made, () => made.log.writable)
  await part()
  return made
}

export async function circleOf(...names: [string, ...string[]]): Promise<Device[]> {
  const first = await founder(names[0])
  const rest: Device[] = []
  for (const name of names.slice(1)) rest.push(await joiner(name, first))
  return [first, ...rest]
}

/** Connects two in memory; the returned function parts them again. */
export function connect(one: Device, other: Device): () => Promise<void> {
  const [out, back] = [one.store.replicate(true), other.store.replicate(false)]
  out.pipe(back).pipe(out)
  return () => part(out, back)
}

export async function part(...streams: Duplex[]): Promise<void> {
  await Promise.all(
    streams.map(async (stream) => {
      const closed = stream.closed ? undefined : once(stream, 'close')
      stream.destroy()
      await closed
    }),
  )
}

/** Waits for a condition, asked again at each change of the device's log. */
export async function until(of: Device, condition: () => boolean | Promise<boolean>): Promise<void> {
  for (;;) {
    await of.log.update()
    if (await condition()) return
    await new Promise<void>((resolve) => {
      const again = () => {
        of.log.off('change', again)
        of.log.base.off('writable', again)
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(again, 20)
      of.log.on('change', again)
      of.log.base.on('writable', again)
    })
  }
}

/** Waits until all have the same order of at least `entries` values, and gives it. */
export async function agreed(devices: readonly Device[], entries: number): Promise<string[]> {
  const [first] = devices
  if (first === undefined) throw new Error('nobody to agree')
  let order: string[] = []
  await until(first, async () => {
    const orders = await Promise.all(devices.map((one) => one.order()))
    order = orders[0] ?? []
    return order.length >= entries && orders.every((other) => other.join('\n') === order.join('\n'))
  })
  return order
}

export { CIRCLE }
