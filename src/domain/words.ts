import { z } from 'zod'

/** What a person wrote: something in it besides white space. Size is bounded by the envelope (64 KiB a body). */
export const Words = z.string().regex(/\S/u)
/** A name or title: one short line, without marks that turn the reading direction: it could feign other words. */
export const Name = z
  .string()
  .max(200)
  .regex(/\S/u)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u)
/** A calendar day, without a time and a zone. */
export const Day = z.string().refine(isDay)

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
