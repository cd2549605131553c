import { damaged } from './import-fault.ts'

/** One mark, text, number or word of JSON, with the space before it. */
const TOKEN = /\s*(?:[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null)/iuy

/** A JSON document; of a broken one it is said where. `firstLine`: the number of its first line in the file. */
export function parseJson(text: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const told = /position (?<at>\d+)/u.exec(message)?.groups?.['at']
    const at = told === undefined ? firstUnknown(text) : Number(told)
    const isCut = at >= text.trimEnd().length || /end of JSON|Unterminated/u.test(message)
    const begun = text.slice(0, at)
    const before = (isCut ? begun.trimEnd() : begun).split('\n')
    const line = firstLine + before.length - 1
    throw damaged(isCut ? 'cut' : 'json', line, `${line}:${(before.at(-1)?.length ?? 0) + 1}`)
  }
}

/** Where something stands that JSON has no word for; not every message of the parser says so. */
function firstUnknown(text: string): number {
  TOKEN.lastIndex = 0
  let at = 0
  while (TOKEN.test(text)) at = TOKEN.lastIndex
  return at + (text.slice(at).length - text.slice(at).trimStart().length)
}
