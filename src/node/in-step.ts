import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { localFile, LocalFileError, type LocalFile } from './local-file.ts'

/** By circle and device: ms. */
const Marks = z.record(Id, z.record(Id, z.number()))
type Marks = z.infer<typeof Marks>

/** Written this often at most: a person reads minutes and days. What came later is written at the end. */
const KEEP_MS = 60_000

export const inStepFile = (folder: string): LocalFile<Marks> =>
  localFile({ path: join(folder, 'in-step.json'), kind: 'in-step', schema: Marks })

/** When this node last knew the same as each other device. Kept beside the store, on this device only. */
export class InStep {
  readonly #file: LocalFile<Marks>
  readonly #warn: (error: unknown) => void
  readonly #marks: Map<string, Map<string, number>>
  #isDirty = false
  #keptAt = 0
  #saving: Promise<void> = Promise.resolve()

  private constructor(file: LocalFile<Marks>, marks: Marks, warn: (error: unknown) => void) {
    this.#file = file
    this.#warn = warn
    this.#marks = new Map(Object.entries(marks).map(([circle, of]) => [circle, new Map(Object.entries(of))]))
  }

  /** Without what was kept where that cannot be read: nothing rests on it. */
  static async open(file: LocalFile<Marks>, warn: (error: unknown) => void): Promise<InStep> {
    const marks = await file.read().catch((error: unknown) => {
      if (!(error instanceof LocalFileError)) throw error
      warn(error)
      return undefined
    })
    return new InStep(file, marks ?? {}, warn)
  }

  of(circle: string): ReadonlyMap<string, number> {
    return this.#marks.get(circle) ?? new Map<string, number>()
  }

  note(circle: string, device: string, now: number): void {
    const known = this.#marks.get(circle) ?? new Map<string, number>()
    const isFirst = !known.has(device)
    this.#marks.set(circle, known.set(device, now))
    this.#isDirty = true
    if (isFirst || now - this.#keptAt >= KEEP_MS) this.#save(now)
  }

  async forget(circle: string): Promise<void> {
    if (!this.#marks.delete(circle)) return
    this.#save(this.#keptAt)
    await this.#saving
  }

  async close(): Promise<void> {
    if (this.#isDirty) this.#save(this.#keptAt)
    await this.#saving
  }

  #save(now: number): void {
    this.#isDirty = false
    this.#keptAt = now
    const marks = Object.fromEntries([...this.#marks].map(([circle, of]) => [circle, Object.fromEntries(of)]))
    this.#saving = this.#saving.then(() => this.#file.save(marks)).catch(this.#warn)
  }
}
