import { InvalidArgumentError, Option } from 'commander'
import type { Rhythm } from '../api/rhythm.ts'
import type { Way } from '../domain/ways/way.ts'
import { WrongUsage } from './stopping.ts'

/** An option that may be given more than once. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value]

/** Whom to ask for the way, wherever something is found over the internet. */
export const bootstrapOption = (): Option =>
  new Option(
    '--bootstrap <HOST:PORT,…>',
    'whom to ask for the way on the internet, instead of the usual ones',
  ).argParser(something)

/** Nothing at all is a slip, as of a variable that is not set: whoever wants the usual leaves the option out. */
function something(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Write something, or leave it out.')
  return value
}

/** A day as it is written here; whether it exists and is to come, the node says. */
export function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new InvalidArgumentError('Write a date like 2030-01-31.')
  return value
}

export function count(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('Write a number.')
  return Number(value)
}

const SIZES: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 }

export function port(value: string): number {
  const number = count(value)
  if (number > 65_535) throw new InvalidArgumentError('A port is a number from 1 to 65535.')
  return number
}

/** 5GB, 500 MB, 1.5G; in bytes. */
export function bytes(value: string): number {
  const [, amount = '', unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?)\s?([kmgt]?)b?$/i.exec(value) ?? []
  const size = Number(amount) * (SIZES[unit.toLowerCase()] ?? 0)
  if (amount === '' || size < 1e6) throw new InvalidArgumentError('Write a size like 500MB or 5GB, at least 1MB.')
  return Math.floor(size)
}

export function seconds(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Write a number of seconds.')
  return Number(value)
}

export function months(value: string): number {
  const number = Number(value)
  if (!/^\d{1,3}$/.test(value) || number < 1 || number > 120)
    throw new InvalidArgumentError('Write a number of months, 1 to 120.')
  return number
}

export function minutes(value: string): number {
  const number = Number(value)
  if (!/^\d{1,3}$/.test(value) || number < 1 || number > 600)
    throw new InvalidArgumentError('Write a number of minutes, 1 to 600.')
  return number
}

/** A moment on the person's own clock, in milliseconds. */
export function moment(value: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})$/.exec(value)?.slice(1).map(Number)
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0] = parts ?? []
  const at = new Date(year, month - 1, date, hour, minute)
  if (parts === undefined || at.getMonth() !== month - 1 || hour > 23 || minute > 59)
    throw new InvalidArgumentError('Write a time like "2030-01-31 19:00".')
  return at.getTime()
}

/** [T9] How often people meet again: 2weeks, month. The command line would make '' of a null. */
export function rhythm(value: string): Rhythm | 'once' {
  const [, every = '', unit = ''] = /^(\d{0,2}) ?(day|week|month)s?$/.exec(value.trim()) ?? []
  const known = (['day', 'week', 'month'] as const).find((one) => one === unit)
  if (value.trim() === 'once') return 'once'
  if (known === undefined || Number(every || 1) < 1)
    throw new InvalidArgumentError('Write how often, like 2weeks, week, month or 10days; or once.')
  return { unit: known, every: Number(every || 1) }
}

/** A way of the circle as RULE=VALUE; what lazy consent is for is said apart. */
export function way(value: string): Way {
  const [rule, said = ''] = value.split('=', 2)
  const number = /^\d{1,3}$/.test(said) ? Number(said) : 0
  if (rule === 'absentee' && number > 0) return { rule, days: number }
  if (rule === 'lazy' && number > 0) return { rule, days: number, matters: '' }
  if (rule === 'terms' && number > 0) return { rule, months: number }
  if (rule === 'spoken-words' && number > 0) return { rule, witnesses: number }
  if (rule === 'mutual-removal' && said === 'both-suspended') return { rule, outcome: said }
  throw new InvalidArgumentError(
    'Write absentee=DAYS, lazy=DAYS, terms=MONTHS, spoken-words=WITNESSES or mutual-removal=both-suspended.',
  )
}

export type Part = string | number | string[] | null
const NUMBERS = /^(months|days|witnesses|most|sends|receives)$/
const LISTS = /^(accountabilities|qualities|members|criteria|shows)$/

/** A part of what comes into force as PART=VALUE: numbers and lists are known by their names, nothing takes it away. */
export function part(value: string, before: Record<string, Part> = {}): Record<string, Part> {
  const [, name = '', said = ''] = /^([a-z]+)=([\s\S]*)$/.exec(value) ?? []
  if (name === '') throw new InvalidArgumentError('Write a part and its value, like until=2030-01-31.')
  if (NUMBERS.test(name)) return { ...before, [name]: count(said) }
  const all = before[name]
  if (LISTS.test(name))
    return { ...before, [name]: [...(Array.isArray(all) ? all : []), ...(said === '' ? [] : [said])] }
  return { ...before, [name]: said === '' ? null : said }
}

export function silence(value: string): 'absentee' | 'lazy' {
  if (value !== 'absentee' && value !== 'lazy') throw new InvalidArgumentError('Write absentee or lazy.')
  return value
}

export type ReachOf = 'nobody' | 'lan' | 'internet'

/** Who may find a device for a circle. */
export function reachOf(who: string): ReachOf {
  if (who !== 'nobody' && who !== 'lan' && who !== 'internet') throw new WrongUsage('Say nobody, lan or internet.')
  return who
}
