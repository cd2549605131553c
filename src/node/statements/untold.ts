import type { Outcome, Refusal } from '../../domain/refusal.ts'

/** It is there already, or its time is still to come. */
const NO_TROUBLE: readonly string[] = ['already-done', 'statement-superseded', 'not-writable-yet', 'changed-meanwhile']

/** What was to be told by itself, from one circle to another, and was refused: until it is told, or this node begins anew. */
export class Untold {
  readonly #refused = new Map<string, Refusal>()
  readonly #changed: (circle: string) => void

  constructor(changed: (circle: string) => void) {
    this.#changed = changed
  }

  of(from: string, to: string): Refusal | null {
    return this.#refused.get(`${from} ${to}`) ?? null
  }

  /** What came of it. */
  note(from: string, to: string, outcomes: readonly Outcome<unknown>[]): void {
    const refused = outcomes.flatMap((one) => (one.ok || NO_TROUBLE.includes(one.refusal.code) ? [] : [one.refusal]))[0]
    const before = this.of(from, to)
    if (before?.code === refused?.code) return
    if (refused === undefined) this.#refused.delete(`${from} ${to}`)
    else this.#refused.set(`${from} ${to}`, refused)
    for (const circle of [from, to]) this.#changed(circle)
  }
}
