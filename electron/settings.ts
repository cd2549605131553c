import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { FIRST_SETTINGS, type ShellSettings } from './talk.ts'

const Bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) })
export type Bounds = z.infer<typeof Bounds>

const Kept = z.object({
  settings: z
    .object({
      keepsInStep: z.boolean().catch(FIRST_SETTINGS.keepsInStep),
      opensAtLogin: z.boolean().catch(FIRST_SETTINGS.opensAtLogin),
      tells: z.enum(['nothing', 'that-something', 'what']).catch(FIRST_SETTINGS.tells),
    })
    .catch(FIRST_SETTINGS),
  bounds: Bounds.nullable().catch(null),
  isMaximized: z.boolean().catch(false),
})
type Kept = z.infer<typeof Kept>

/** What main keeps of its own between two starts, in one small file. One that cannot be read is as if it were new. */
export class Settings {
  readonly #file: string
  #kept: Kept
  #writing: Promise<void> = Promise.resolve()

  private constructor(file: string, kept: Kept) {
    this.#file = file
    this.#kept = kept
  }

  static async read(file: string): Promise<Settings> {
    const text = await readFile(file, 'utf8').catch(() => '{}')
    return new Settings(file, Kept.parse(parsed(text)))
  }

  get chosen(): ShellSettings {
    return this.#kept.settings
  }

  get bounds(): Bounds | null {
    return this.#kept.bounds
  }

  get isMaximized(): boolean {
    return this.#kept.isMaximized
  }

  choose(wanted: Partial<ShellSettings>): void {
    this.#keep({ ...this.#kept, settings: { ...this.#kept.settings, ...wanted } })
  }

  keepWindow(bounds: Bounds, isMaximized: boolean): void {
    this.#keep({ ...this.#kept, bounds: isMaximized ? this.#kept.bounds : bounds, isMaximized })
  }

  /** Resolves when all that was kept is written; a full disk loses the place of a window, and nothing else. */
  async written(): Promise<void> {
    await this.#writing
  }

  #keep(kept: Kept): void {
    this.#kept = kept
    this.#writing = this.#writing.then(() => this.#write()).catch(() => undefined)
  }

  async #write(): Promise<void> {
    await writeFile(`${this.#file}.new`, JSON.stringify(this.#kept), { mode: 0o600 })
    await rename(`${this.#file}.new`, this.#file)
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  } catch {
    return {}
  }
}
