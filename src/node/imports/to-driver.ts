import type { DriverContent } from '../../domain/drivers/events.ts'
import type { Language } from '../exports/words.ts'
import { dayOf } from '../clock.ts'
import { importWords } from './words.ts'
import type { Reading, Thing } from './thing.ts'

/** In bytes: room for the other parts in one event of 64 KiB. */
const LONGEST = 40_000

/** What a circle notices of something that came from elsewhere: no more than a reason to talk about it. */
export function driverOf({ source, name }: Reading, thing: Thing, language: Language): DriverContent {
  const says = importWords(language)
  const place = [says.sources[source], ...(name === null ? [] : [name])].join(', ')
  const day = thing.at === null ? '' : ` · ${dayOf(thing.at)}`
  const parts = thing.parts.map(({ label, text }) => {
    const words = typeof text === 'string' ? text : text.map((line) => `- ${line.replaceAll('\n', '\n  ')}`).join('\n')
    return `**${says.parts[label]}**\n\n${words}`
  })
  const head = `${says.from}: ${place}${day}\n\n*${says.unsigned}*`
  return {
    statement: statementOf(source, thing, language),
    situation: clean(within([head, ...parts], says.shortened)),
    effect: null,
    need: says.need,
    requirement: null,
  }
}

export function statementOf(source: Reading['source'], { kind, title }: Thing, language: Language): string {
  const says = importWords(language)
  return clean(says.statement[kind](says.sources[source], title))
}

/** As many parts as fit, the last one cut. */
function within(parts: readonly string[], shortened: string): string {
  const whole = parts.join('\n\n')
  if (Buffer.byteLength(whole) <= LONGEST) return whole
  const cut = Buffer.from(whole).subarray(0, LONGEST)
  return `${new TextDecoder().decode(cut).replace(/\ufffd+$/u, '')} …\n\n*${shortened}*`
}

/** As it will be signed: whole characters, NFC, without marks that are no text. */
function clean(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu, '')
    .normalize('NFC')
    .trim()
}
