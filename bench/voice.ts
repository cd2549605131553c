import { FORMAT } from '../src/domain/event.ts'
import { signEvent, type SignedEvent } from '../src/log/signed-event.ts'
import type { Saying } from './life.ts'

/** 2030-01-01, a second for each event. */
const START_MS = 1_893_456_000_000

/** One device that signs its chain of events. */
export class Voice {
  readonly device: string
  readonly #circle: string
  readonly #secretKey: Uint8Array
  #seq: number
  #prev: string | null

  constructor(circle: string, device: string, secretKey: Uint8Array, last: { seq: number; id: string } | undefined) {
    this.#circle = circle
    this.device = device
    this.#secretKey = secretKey
    this.#seq = last?.seq ?? 0
    this.#prev = last?.id ?? null
  }

  says({ type, body }: Saying, seen: readonly string[]): SignedEvent {
    this.#seq += 1
    const chain = { circle: this.#circle, device: this.device, seq: this.#seq, prev: this.#prev }
    const others = seen.filter((id) => id !== this.#prev).sort()
    const content = { format: FORMAT, ...chain, seen: others, type, body, at: START_MS + this.#seq * 1000 } as const
    const signed = signEvent(content, this.#secretKey)
    if (!signed.ok) throw new Error(`cannot sign ${type}: ${signed.refusal.code}`)
    this.#prev = signed.value.id
    return signed.value
  }
}
