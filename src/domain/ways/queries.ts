import type { Circle } from '../circle.ts'
import { EVERYTHING, type Past } from '../causality.ts'
import { inEffect } from '../proposals/slots.ts'
import { waySlot, type Way, type WayOf } from './way.ts'

type AgreedWay<R extends Way['rule']> = { readonly way: WayOf<R>; readonly agreement: string }

/** [W1] The circle's own way in one matter, and the agreement it is, in a past; null where the default holds. */
export function agreedWay<R extends Way['rule']>(
  circle: Circle,
  rule: R,
  past: Past = EVERYTHING,
): AgreedWay<R> | null {
  const close = inEffect(circle.slots.get(waySlot(rule)), past)
  const way = close?.effect?.kind === 'way' ? close.effect.way : null
  return close !== null && way?.rule === rule ? { way: way as WayOf<R>, agreement: close.agreement } : null
}

/** [W2] How many months a term lasts here where nobody says otherwise. */
export function termMonths(circle: Circle, past: Past = EVERYTHING): number {
  return agreedWay(circle, 'terms', past)?.way.months ?? 12
}

/** [W3] D3 row 11: whether two who would send each other away take no part in decisions until the circle has decided on them. */
export function suspendsOpponents(circle: Circle, past: Past = EVERYTHING): boolean {
  return agreedWay(circle, 'mutual-removal', past) !== null
}
