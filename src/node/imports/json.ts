import { damaged } from './import-fault.ts'

/** One mark, text, number or word of JSON, with the space before it. */
const TOKEN = /\s*(?:[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)/iuy

/** A JSON document; of a broken one it is said on which line. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const told = /position (?<at>\d+)/u.exec(message)?.groups?.['at']
    const at = told === undefined ? firstUnknown(text) : Number(told)
    const isCut = at >= text.trimEnd().length || /end of JSON|Unterminated/u.test(message)
    throw damaged(isCut ? 'cut' : 'json', text.slice(0, at).trimEnd().split('\n').length)
  }
}

/** Where something stands that JSON has no word for; not every message of the parser says so. */
function firstUnknown(text: string): number {
  TOKEN.lastIndex = 0
  let at = 0
  while (TOKEN.test(text)) at = TOKEN.lastIndex
  return at
}
