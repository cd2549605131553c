/** The time as this node has it, in ms since 1970; tests pass in one that they move. */
export type Clock = () => number

/** The calendar day where the person is, as YYYY-MM-DD. */
export function dayOf(now: number): string {
  const date = new Date(now)
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}

const twoDigits = (part: number): string => String(part).padStart(2, '0')
