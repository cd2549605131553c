import type { DriverContent } from '../../domain/drivers/events.ts'
import type { Language } from '../exports/words.ts'
import { dayOf } from '../clock.ts'
import { clean, cut } from './clean-text.ts'
import { preparedOf } from './prepared.ts'
import { importWords } from './words.ts'
import { titleOf, type Reading, type Thing } from './thing.ts'

/** In bytes: room for the other parts in one event of 64 KiB. */
const LONGEST = 32_000

/** What a circle notices of something that came from elsewhere: no more than a reason to talk about it. */
export function driverOf({ source, name }: Reading, thing: Thing, language: Language): DriverContent {
  const says = importWords(language)
  const place = [says.sources[source], ...(name === null ? [] : [name])].join(', ')
  const day = thing.at === null ? '' : ` · ${dayOf(thing.at)}`
  const parts = thing.parts.map(({ label, text }) => {
    const words = typeof text === 'string' ? text : text.map((line) => `- ${line.replaceAll('\n', '\n  ')}`).join('\n')
    return `**${says.parts[label]}**\n\n${words}`
  })
  const prepared = preparedOf(thing)
  const head = `${says.from}: ${place}${day}\n\n*${says.unsigned}*`
  return {
    statement: statementOf(source, thing, language),
    situation: clean(within([head, ...parts], says.shortened)),
    effect: null,
    need: says.need,
    requirement: null,
    ...(prepared !== null && { prepared }),
  }
}

/** Roles of one name are told apart by the circle that they are in. */
export function statementOf(source: Reading['source'], { kind, title, parts }: Thing, language: Language): string {
  const says = importWords(language)
  const circle = kind === 'role' || kind === 'policy' ? parts.find(({ label }) => label === 'circle')?.text : undefined
  const place = typeof circle === 'string' && circle !== '' ? ` (${titleOf(circle) ?? ''})` : ''
  return clean(says.statement[kind](says.sources[source], `${title}${place}`))
}

/** As many parts as fit, the last one cut. */
function within(parts: readonly string[], shortened: string): string {
  const whole = parts.join('\n\n')
  if (Buffer.byteLength(whole) <= LONGEST) return whole
  return `${cut(whole, LONGEST)}\n\n*${shortened}*`
}
