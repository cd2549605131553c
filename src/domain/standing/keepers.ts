import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, type Past } from '../causality.ts'
import type { Circle } from '../circle.ts'
import { inEffect } from '../proposals/slots.ts'

const START = 'keeper:'

export const keeperSlot = (keeper: string): string => `${START}${keeper}`

export interface NamedKeeper {
  /** Its key. */
  readonly keeper: string
  readonly address: string
  readonly agreement: string
}

/** [X6] Those whom the circle lets keep its things, in a past. */
export function keepersOf(circle: Circle, past: Past = EVERYTHING): NamedKeeper[] {
  const named = [...circle.slots.values()].flatMap((slot) => {
    const close = slot.id.startsWith(START) ? inEffect(slot, past) : null
    const effect = close?.effect
    return close === null || effect?.kind !== 'keeper'
      ? []
      : [{ keeper: effect.keeper, address: effect.address, agreement: close.agreement }]
  })
  return named.sort((a, b) => byCodeUnit(a.keeper, b.keeper))
}
