const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** A name or title inside a sentence of the other direction keeps its own, and pulls no full stop to its side. */
export function isolated(text: string, direction: 'ltr' | 'rtl'): string {
  return RIGHT_TO_LEFT.test(text) === (direction === 'rtl') ? text : `\u2068${text}\u2069`
}
