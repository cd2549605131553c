import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Duplex } from 'node:stream'
import { z } from 'zod'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { BLOCK, openUpdateChannel, type UpdateChannel } from '../../network/update-channel.ts'
import { localFile } from '../local-file.ts'
import { diskError, reasonOf } from '../../network/network-error.ts'
import { judge, readHead, type Head, type Manifest, type Verdict } from './manifest.ts'
import type { Watch } from '../../network/stick/watch.ts'
import type { Own, Release } from './release.ts'
import { checkUpdate, headBytes, openUpdate, sha256Of, takeInstaller, type Checked } from './update-file.ts'

export type UpdatesHost = {
  readonly folder: string
  readonly release: Release
  readonly own: Own
  readonly changed: () => void
}
/** Somebody of a circle who is there now. */
export type Neighbour = { readonly person: string; readonly name: string }
export type Offer = { readonly manifest: Manifest; readonly from: readonly string[]; readonly verdict: Verdict }

type Met = { readonly channel: UpdateChannel; readonly who: Neighbour; head: Head | null }
type Offered = { readonly file: string; readonly head: Head; readonly size: number }

/** So many questions are under way at once: enough for a wire with a delay. */
const AHEAD = 4
const Kept = z.strictObject({ offered: z.string().nullable() })

/**
 * Updates that this program is given as files, gets from people of its circles who offer theirs, and offers itself where
 * its person said so. It looks for none, and installs none.
 */
export class Updates {
  readonly #host: UpdatesHost
  readonly #met = new Set<Met>()
  readonly #streams = new WeakSet<Duplex>()
  #offered: Offered | null = null
  #known: Promise<void> | undefined
  #looked: { readonly at: string | null; readonly outcome: Promise<Outcome<Checked>> } | undefined

  constructor(host: UpdatesHost) {
    this.#host = host
  }

  get folder(): string {
    return join(this.#host.folder, 'updates')
  }

  get release(): Release {
    return this.#host.release
  }

  get own(): Own {
    return this.#host.own
  }

  get offered(): Offered | null {
    return this.#offered
  }

  /** Somebody of a circle proved to be at the other end. */
  async met(stream: Duplex, who: Neighbour): Promise<void> {
    if (this.#streams.has(stream)) return
    this.#streams.add(stream)
    await this.known()
    const met: Met = {
      who,
      head: null,
      channel: openUpdateChannel(
        stream,
        this.#handlers((head) => heard(head)),
      ),
    }
    const heard = (head: Head | null) => {
      met.head = head
      this.#host.changed()
    }
    this.#met.add(met)
    stream.once('close', () => this.#met.delete(met))
    if (this.#offered !== null) met.channel.tell()
  }

  /** What people who are there offer and those who release this program signed; for this computer or another. */
  offers(): readonly Offer[] {
    const byHash = new Map<string, Offer>()
    for (const { head, who } of this.#met) {
      const verdict = judge(head ?? undefined, this.#host.release, this.#host.own)
      if (head === null || ['no-keys', 'not-signed', 'not-an-update'].includes(verdict)) continue
      const { sha256 } = head.manifest
      const from = [...new Set([...(byHash.get(sha256)?.from ?? []), who.name])]
      byHash.set(sha256, { manifest: head.manifest, from, verdict })
    }
    return [...byHash.values()]
  }

  async check(file: string): Promise<Outcome<Checked>> {
    try {
      return accept(await checkUpdate(file, this.#host.release, this.#host.own))
    } catch (error) {
      return refuse('no-such-file', { file, why: reasonOf(error) })
    }
  }

  /** The same, for whoever asks again and again: read anew only where the file is not the one that it was. */
  async look(file: string): Promise<Outcome<Checked>> {
    const now = await stat(file).then(
      ({ size, mtimeMs, ino }) => JSON.stringify([file, size, mtimeMs, ino]),
      () => null,
    )
    if (now === null || this.#looked?.at !== now) this.#looked = { at: now, outcome: this.check(file) }
    return this.#looked.outcome
  }

  /** From now on people of this person's circles are told of it, and get it where they ask. Also for other computers. */
  async offer(given: string | null): Promise<Outcome<Manifest | null>> {
    await this.known()
    const file = given === null ? null : resolve(given)
    if (file !== null) {
      const checked = await this.check(file)
      if (!checked.ok) return checked
      const { verdict } = checked.value
      if (!['good', 'for-another', 'not-newer'].includes(verdict)) return refuse('update-not-taken', { why: verdict })
    }
    this.#offered = file === null ? null : await offeredOf(file)
    await this.#kept().save({ offered: file })
    for (const { channel } of this.#met) channel.tell()
    this.#host.changed()
    return accept(this.#offered?.head.manifest ?? null)
  }

  /** Gets what somebody offers; a file like any other, checked whole. */
  async fetch(version: string, watch: Watch): Promise<Outcome<string>> {
    const { own } = this.#host
    const met = [...this.#met].find(({ head }) => {
      const fits = head?.manifest.platform === own.platform && head.manifest.arch === own.arch
      return fits && head.manifest.version === version && judge(head, this.#host.release, own) === 'good'
    })
    if (met === undefined || met.head === null) return refuse('no-such-update', { wanted: version })
    const { head } = met
    const start = headBytes(head)
    const file = join(
      this.folder,
      `${head.manifest.version}-${head.manifest.platform}-${head.manifest.arch}.nst-update`,
    )
    const whole = start.byteLength + head.manifest.size
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
      const came = await takeBlocks(met.channel, `${file}.part`, whole, watch)
      if (watch.signal?.aborted === true) return refuse('stopped')
      if (!came) return refuse('update-gone', { from: met.who.name })
      const checked = await this.check(`${file}.part`)
      if (!checked.ok) return checked
      if (checked.value.verdict !== 'good') return refuse('update-not-taken', { why: checked.value.verdict })
      await rename(`${file}.part`, file)
      return accept(file)
    } catch (error) {
      return notWritten(error, file)
    } finally {
      await rm(`${file}.part`, { force: true })
    }
  }

  /** The installer out of a file that is sound, newer and for this computer; checked again as it was written. */
  async prepare(file: string): Promise<Outcome<{ installer: string; manifest: Manifest }>> {
    const checked = await this.check(file)
    if (!checked.ok) return checked
    const { verdict, head, at } = checked.value
    if (verdict !== 'good' || head === null) return refuse('update-not-taken', { why: verdict })
    const { manifest } = head
    const installer = join(this.folder, manifest.file)
    const coming = `${installer}.part`
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
      await takeInstaller(file, at, coming)
      if ((await sha256Of(coming)) !== manifest.sha256) return refuse('update-not-taken', { why: 'damaged' })
      await rename(coming, installer)
      return accept({ installer, manifest })
    } catch (error) {
      return notWritten(error, installer)
    } finally {
      await rm(coming, { force: true })
    }
  }

  /** What was offered before this start. A file that is there no more, or is another one, is offered no more. */
  async known(): Promise<void> {
    this.#known ??= this.#readKept().catch(() => undefined)
    return this.#known
  }

  async #readKept(): Promise<void> {
    const file = (await this.#kept().read())?.offered ?? null
    const offered = file === null ? null : await offeredOf(file)
    this.#offered ??= offered
  }

  #kept() {
    return localFile({ path: join(this.#host.folder, 'updates.json'), kind: 'updates', schema: Kept })
  }

  #handlers(heard: (head: Head | null) => void) {
    return {
      offered: () => (this.#offered === null ? null : headBytes(this.#offered.head)),
      read: async (at: number, size: number) => (this.#offered === null ? null : readAt(this.#offered, at, size)),
      onOffer: (bytes: Uint8Array | null) => heard(bytes === null ? null : (headIn(bytes) ?? null)),
    }
  }
}

/** A disk that is full, or takes nothing: what was there before is as it was. Anything else is a fault of ours. */
function notWritten(error: unknown, file: string): Outcome<never> {
  const said = diskError(error, { file })
  if (said === undefined) throw error
  return refuse(said.code, said.about)
}

/** Total. */
function headIn(bytes: Uint8Array): Head | undefined {
  const text = Buffer.from(bytes)
  const at = text.indexOf('{')
  const head = at === -1 ? undefined : readHead(text.toString('utf8', at))
  return head !== undefined && headBytes(head).equals(text) ? head : undefined
}

async function offeredOf(file: string): Promise<Offered | null> {
  const opened = await openUpdate(file).catch(() => undefined)
  return opened === undefined ? null : { file, head: opened.head, size: opened.size }
}

async function readAt({ file, size: whole }: Offered, at: number, size: number): Promise<Uint8Array | null> {
  const handle = await open(file, 'r')
  try {
    const bytes = Buffer.alloc(Math.min(size, Math.max(whole - at, 0)))
    const { bytesRead } = await handle.read(bytes, 0, bytes.byteLength, at)
    return bytesRead === 0 ? null : bytes.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** False where the other side went, or sends something else than it said. */
async function takeBlocks(channel: UpdateChannel, to: string, whole: number, watch: Watch): Promise<boolean> {
  const handle = await open(to, 'w', 0o600)
  try {
    let asked = 0
    const under: Promise<Uint8Array | null>[] = []
    for (let at = 0; at < whole;) {
      while (under.length < AHEAD && asked < whole) {
        under.push(channel.ask(asked))
        asked += BLOCK
      }
      const block = await unlessStopped(under.shift()!, watch.signal)
      if (block === null || block.byteLength !== Math.min(BLOCK, whole - at)) return false
      await handle.write(block)
      at += block.byteLength
      watch.tell?.(at, whole)
    }
    return (await stat(to)).size === whole
  } finally {
    await handle.close()
  }
}

async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return work
  if (signal.aborted) return null
  const stopped = new Promise<null>((settle) => signal.addEventListener('abort', () => settle(null), { once: true }))
  return Promise.race([work, stopped])
}
