import type { Past } from '../causality.ts'
import type { Spoken } from '../circle.ts'
import type { Who } from '../meetings/events.ts'
import type { Says } from './events.ts'

/** Words spoken in a room: `person` is who wrote them down, `who` is who said them. For ever shown as such. */
export interface SpokenWord extends Spoken {
  readonly meeting: string
  readonly who: Who
  readonly says: Says
  readonly witnesses: Spoken[]
  readonly confirmed: Spoken[]
  readonly disputed: (Spoken & { readonly reason: string })[]
  /** [V2] How many witnesses the circle's own way asks for in a past; null where it lets no such word stand. */
  readonly needed: (past: Past) => number | null
}

export const createSpokenWords = (): Map<string, SpokenWord> => new Map()
