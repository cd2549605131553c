/** Calendar days where the person is, as YYYY-MM-DD. */
export function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export function inMonths(months: number): string {
  const now = new Date()
  return dayOf(new Date(now.getFullYear(), now.getMonth() + months, now.getDate()))
}

export function tomorrow(): string {
  const now = new Date()
  return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1))
}
