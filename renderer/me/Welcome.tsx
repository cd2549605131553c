/** The first page of a new profile. */
export function Welcome() {
  return null
}
