import type { Circle } from '../circle.ts'
import { EVERYTHING, type Past } from '../causality.ts'
import { effectIn } from '../proposals/slots.ts'
import type { Way, WayOf } from './way.ts'

/** [W1] The circle's own way in one matter, in a past; null where the default holds. */
export function wayIn<R extends Way['rule']>(circle: Circle, rule: R, past: Past = EVERYTHING): WayOf<R> | null {
  const way = effectIn(circle, `way:${rule}`, past, 'way')?.way
  return way?.rule === rule ? (way as WayOf<R>) : null
}

/** [W2] How many months a term lasts here where nobody says otherwise. */
export function termMonths(circle: Circle, past: Past = EVERYTHING): number {
  return wayIn(circle, 'terms', past)?.months ?? 12
}

/** [W3] D3 row 11: whether two who would send each other away take no part in decisions until the circle has decided on them. */
export function suspendsOpponents(circle: Circle, past: Past = EVERYTHING): boolean {
  return wayIn(circle, 'mutual-removal', past) !== null
}
