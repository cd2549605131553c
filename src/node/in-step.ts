import { join } from 'node:path'
import { z } from 'zod'
import { Id } from '../domain/event.ts'
import { localFile, LocalFileError, type LocalFile } from './local-file.ts'

/** What is remembered of another device. Until now a file held the time alone. */
const Mark = z.preprocess(
  (kept) => (typeof kept === 'number' ? { inStep: kept } : kept),
  z.object({
    /** When both last knew the same, in ms; null for never. */
    inStep: z.number().nullable().default(null),
    /** How much counted here then. */
    known: z.number().default(0),
    /** By which way something last went between the two, and when. */
    path: z.string().nullable().default(null),
    pathAt: z.number().default(0),
  }),
)
export type Mark = z.infer<typeof Mark>

/** By circle and device. */
const Marks = z.record(Id, z.record(Id, Mark))
type Marks = z.infer<typeof Marks>

/** Written this often at most: a person reads minutes and days. What came later is written at the end. */
const KEEP_MS = 60_000

export const inStepFile = (folder: string): LocalFile<Marks> =>
  localFile({ path: join(folder, 'in-step.json'), kind: 'in-step', schema: Marks })

/** When this node last knew the same as each other device. Kept beside the store, on this device only. */
export class InStep {
  readonly #file: LocalFile<Marks>
  readonly #warn: (error: unknown) => void
  readonly #marks: Map<string, Map<string, Mark>>
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

  of(circle: string): ReadonlyMap<string, Mark> {
    return this.#marks.get(circle) ?? new Map<string, Mark>()
  }

  /** Both know the same now: all of the `known` things that count here. */
  note(circle: string, device: string, now: number, { known, path }: { known: number; path: string | null }): void {
    const before = this.#of(circle, device)
    this.#set(circle, device, now, { inStep: now, known, path: path ?? before.path, pathAt: now })
  }

  /** Words of that device came here another way than from itself. */
  came(circle: string, device: string, now: number, path: string): void {
    this.#set(circle, device, now, { ...this.#of(circle, device), path, pathAt: now })
  }

  #of(circle: string, device: string): Mark {
    return this.#marks.get(circle)?.get(device) ?? { inStep: null, known: 0, path: null, pathAt: 0 }
  }

  #set(circle: string, device: string, now: number, mark: Mark): void {
    const known = this.#marks.get(circle) ?? new Map<string, Mark>()
    const isFirst = !known.has(device)
    this.#marks.set(circle, known.set(device, mark))
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
