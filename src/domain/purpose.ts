import type { Circle } from './circle.ts'
import { EVERYTHING, type Past } from './causality.ts'
import { effectIn } from './proposals/slots.ts'

export interface Purpose {
  readonly name: string
  readonly aim: string
  readonly domain: string | null
  /** [C1] Founded to practise in. */
  readonly practice: boolean
}

/** [C2] What the circle is called and for: as founded, until an agreement says otherwise. */
export function purpose(circle: Circle, past: Past = EVERYTHING): Purpose {
  const founded = circle.genesis ?? { name: '', aim: '', domain: null, practice: false }
  const { name, aim, domain } = effectIn(circle, 'purpose', past, 'purpose') ?? founded
  return { name, aim, domain, practice: founded.practice }
}
