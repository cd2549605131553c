import type { Spoken } from '../circle.ts'
import type { Body } from '../events.ts'

/** What is said of the circle as a whole, besides its agreements. */
export interface Standing {
  readonly woken: Spoken[]
  /** By the other circle. */
  readonly told: Map<string, (Spoken & Body<'circle.told'>)[]>
}

export const createStanding = (): Standing => ({ woken: [], told: new Map() })
