import { byCodeUnit } from '../canonical.ts'
import { EVERYTHING, type Past } from '../causality.ts'
import type { Circle } from '../circle.ts'
import { inEffect } from '../proposals/slots.ts'

const START = 'relay:'

export const relaySlot = (relay: string): string => `${START}${relay}`

export interface NamedRelay {
  /** Its key. */
  readonly relay: string
  readonly address: string
  readonly agreement: string
}

/** [X7] Those by which the circle's nodes meet where no other way is found, in a past. */
export function relaysOf(circle: Circle, past: Past = EVERYTHING): NamedRelay[] {
  const named = [...circle.slots.values()].flatMap((slot) => {
    const close = slot.id.startsWith(START) ? inEffect(slot, past) : null
    const effect = close?.effect
    return close === null || effect?.kind !== 'relay'
      ? []
      : [{ relay: effect.relay, address: effect.address, agreement: close.agreement }]
  })
  return named.sort((a, b) => byCodeUnit(a.relay, b.relay))
}
