import type { Spoken } from '../circle.ts'
import type { FormingItem } from './events.ts'

/** What somebody said in forming, and that they took it back. */
export interface Said extends Spoken {
  readonly driver: string
  readonly takenBack: Spoken[]
}

export interface FormingRecord extends Said {
  readonly item: FormingItem
  readonly answers: (Said & { readonly text: string })[]
}

export interface TunersRecord extends Spoken {
  readonly driver: string
  readonly people: readonly string[]
  readonly objections: (Spoken & { readonly reason: string })[]
}

/** All that was gathered in a circle, each by its own id. */
export interface Forming {
  readonly items: Map<string, FormingRecord>
  readonly answers: Map<string, FormingRecord['answers'][number]>
  readonly tuners: Map<string, TunersRecord>
}

export const createForming = (): Forming => ({ items: new Map(), answers: new Map(), tuners: new Map() })
