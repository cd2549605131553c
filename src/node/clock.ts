/** The time as this node has it, in ms since 1970; tests pass in one that they move. */
export type Clock = () => number

/** The calendar day where the person is, as YYYY-MM-DD. */
export function dayOf(now: number): string {
  const date = new Date(now)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
