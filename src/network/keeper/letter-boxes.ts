import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { openMail, type Letter, type LetterKind, type Mail } from './mail.ts'

type Box = { at: number; readonly letters: { readonly kind: LetterKind; readonly bytes: Buffer }[] }

const MOST_BOXES = 2_000
const MOST_IN_A_BOX = 32
const MOST_BYTES = 64 * 1024 * 1024
/** Longer than any invitation is made for as a rule. */
const LASTS_MS = 60 * 24 * 60 * 60 * 1000
const NAME = /^[0-9a-f]{64}$/

/** Where those who ask in, and those who let them in, leave sealed letters for each other: on the disk, and not for ever. */
export class LetterBoxes {
  readonly #folder: string
  readonly #clock: () => number
  readonly #changed: () => void
  readonly #boxes = new Map<string, Box>()
  readonly #watching = new Map<Mail, Set<string>>()
  #bytes = 0
  #saving: Promise<void> = Promise.resolve()

  private constructor(folder: string, clock: () => number, changed: () => void) {
    this.#folder = folder
    this.#changed = changed
    this.#clock = clock
  }

  static async open(folder: string, clock: () => number, changed: () => void): Promise<LetterBoxes> {
    const boxes = new LetterBoxes(folder, clock, changed)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (const name of await readdir(folder)) if (NAME.test(name)) await boxes.#load(name)
    boxes.#sweep()
    return boxes
  }

  serve(stream: Duplex): void {
    const mail = openMail(
      stream,
      (letter) => this.#put(letter),
      (kind, box) => this.#watch(mail, kind, toHex(box)),
    )
    this.#watching.set(mail, new Set())
    stream.once('close', () => this.#watching.delete(mail))
  }

  get count(): number {
    return [...this.#boxes.values()].reduce((sum, { letters }) => sum + letters.length, 0)
  }

  async close(): Promise<void> {
    await this.#saving
  }

  #watch(mail: Mail, kind: LetterKind, name: string): void {
    const watched = this.#watching.get(mail)
    if (watched === undefined || watched.size >= MOST_BOXES) return
    watched.add(`${kind} ${name}`)
    for (const letter of this.#boxes.get(name)?.letters ?? [])
      if (letter.kind === kind) mail.put({ ...letter, box: Buffer.from(name, 'hex') })
  }

  #put({ kind, box, bytes }: Letter): void {
    const name = toHex(box)
    this.#sweep()
    const known = this.#boxes.get(name)
    const fits = known === undefined ? this.#boxes.size < MOST_BOXES : known.letters.length < MOST_IN_A_BOX
    if (!fits || bytes.byteLength === 0 || this.#bytes + bytes.byteLength > MOST_BYTES) return
    if (known?.letters.some((one) => one.kind === kind && one.bytes.equals(bytes)) === true) return
    const now: Box = known ?? { at: 0, letters: [] }
    now.at = this.#clock()
    now.letters.push({ kind, bytes: Buffer.from(bytes) })
    this.#bytes += bytes.byteLength
    this.#boxes.set(name, now)
    this.#save(name, now)
    for (const [mail, watched] of this.#watching) if (watched.has(`${kind} ${name}`)) mail.put({ kind, box, bytes })
  }

  #sweep(): void {
    const before = this.#clock() - LASTS_MS
    for (const [name, { at, letters }] of this.#boxes) {
      if (at >= before) continue
      this.#boxes.delete(name)
      for (const { bytes } of letters) this.#bytes -= bytes.byteLength
      this.#after(async () => rm(join(this.#folder, name), { force: true }))
    }
  }

  #save(name: string, { at, letters }: Box): void {
    const text = JSON.stringify({ at, letters: letters.map(({ kind, bytes }) => [kind, bytes.toString('base64')]) })
    const [file, part] = [join(this.#folder, name), join(this.#folder, `${name}.part`)]
    this.#after(async () => {
      await writeFile(part, text, { mode: 0o600 })
      await rename(part, file)
      this.#changed()
    })
  }

  async #load(name: string): Promise<void> {
    try {
      const { at, letters } = JSON.parse(await readFile(join(this.#folder, name), 'utf8')) as {
        at: number
        letters: [LetterKind, string][]
      }
      const box = { at, letters: letters.map(([kind, text]) => ({ kind, bytes: Buffer.from(text, 'base64') })) }
      this.#boxes.set(name, box)
      for (const { bytes } of box.letters) this.#bytes += bytes.byteLength
    } catch {
      // Cut short by a crash: whoever left it there leaves it again.
    }
  }

  /** What cannot be written now is left again by its sender at the next connection. */
  #after(work: () => Promise<void>): void {
    this.#saving = this.#saving.then(work).catch(() => undefined)
  }
}

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
