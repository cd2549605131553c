import { readCsv } from './csv.ts'
import { isGlassFrog, readGlassFrog } from './glassfrog.ts'
import { readWorkbook } from './holaspirit.ts'
import { damaged, tooBig, unknownForm } from './import-fault.ts'
import { parseJson } from './json.ts'
import { Lines, textOf } from './lines.ts'
import { readLoomio } from './loomio.ts'
import { isLoomioLine, LoomioLines } from './loomio-rows.ts'
import { ownTable } from './own-table.ts'
import { readStructure } from './structure.ts'
import { MOST_THINGS, type Reading } from './thing.ts'
import { openWorkbook } from './workbook.ts'

const MEGABYTE = 1024 * 1024
/** A file that is read line by line may be long; any other has to fit. */
const LONGEST = { lines: 512, whole: 16 } as const
const NEWLINE = 0x0a

/**
 * A file on its way in: its bytes as they come, and in the end what it holds. Throws `ImportFault`. It never holds more
 * than what it may keep of a file, however long the file is or says it is.
 */
export class Intake {
  #size = 0
  #parts: Buffer[] = []
  #loomio:
    | { readonly lines: Lines; readonly rows: LoomioLines; last: { line: string; number: number } | undefined }
    | undefined
  #isDecided = false
  readonly #today: string

  /** `today`: a holder whose time was over by then is none any more. */
  constructor(today: string) {
    this.#today = today
  }

  add(bytes: Uint8Array): void {
    this.#size += bytes.byteLength
    const limit = this.#loomio === undefined ? LONGEST.whole : LONGEST.lines
    if (this.#size > limit * MEGABYTE) throw tooBig(limit)
    if (this.#loomio !== undefined) return this.#loomio.lines.add(bytes)
    this.#parts.push(Buffer.from(bytes))
    if (!this.#isDecided && bytes.includes(NEWLINE)) this.#decide()
  }

  end(): Reading {
    if (!this.#isDecided) this.#decide()
    const reading = this.#loomio === undefined ? readWhole(Buffer.concat(this.#parts), this.#today) : this.#endOfLines()
    if (reading.things.length > MOST_THINGS) throw damaged('long', 1)
    if (reading.things.length === 0 && reading.people.length === 0) throw unknownForm()
    return reading
  }

  /** By its first line. */
  #decide(): void {
    this.#isDecided = true
    const begun = Buffer.concat(this.#parts)
    const end = begun.indexOf(NEWLINE)
    const first = begun.subarray(0, end === -1 ? begun.length : end)
    if (!isLoomioLine(first.toString('utf8').replace(/^\uFEFF/u, ''))) return
    const rows = new LoomioLines()
    // The last line is taken at the end, when it is known to be the last.
    const take = (line: string, number: number) => {
      const before = this.#loomio?.last
      if (before !== undefined) rows.take(before.line, before.number)
      if (this.#loomio !== undefined && line.trim() !== '') this.#loomio.last = { line, number }
      else if (this.#loomio !== undefined) this.#loomio.last = undefined
    }
    this.#loomio = { lines: new Lines(take), rows, last: undefined }
    this.#loomio.lines.add(begun)
    this.#parts = []
  }

  #endOfLines(): Reading {
    if (this.#loomio === undefined) throw unknownForm()
    this.#loomio.lines.end()
    const { rows, last } = this.#loomio
    if (last !== undefined) rows.take(last.line, last.number, true)
    return readLoomio(rows.rows, rows.attachments)
  }
}

function readWhole(bytes: Buffer, today: string): Reading {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return readWorkbook(openWorkbook(bytes), today)
  const text = textOf(bytes)
  if (text.includes('\0')) throw damaged('encoding', 1)
  if (/^\s*[{[]/u.test(text)) return readJson(text)
  return readStructure(readCsv(text))
}

function readJson(text: string): Reading {
  const value = parseJson(text)
  const own = ownTable(value)
  if (own !== null) return readStructure(own)
  if (isGlassFrog(value)) return readGlassFrog(value)
  throw unknownForm()
}
