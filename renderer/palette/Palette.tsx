/** Finds circles, proposals, agreements and people, and does things. */
export function Palette() {
  return null
}
