import { damaged } from './import-fault.ts'

const NEWLINE = 0x0a
/** Far more than anything that people write into one line. */
const LONGEST_LINE = 4 * 1024 * 1024

/** Bytes as they come, lines as they are whole; never holds more than one line. UTF-8 or nothing. */
export class Lines {
  readonly #take: (line: string, number: number) => void
  #waiting: Uint8Array[] = []
  #size = 0
  #number = 1

  constructor(take: (line: string, number: number) => void) {
    this.#take = take
  }

  add(bytes: Uint8Array): void {
    let from = 0
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
      this.#keep(bytes.subarray(from, at))
      this.#end()
      from = at + 1
    }
    this.#keep(bytes.subarray(from))
  }

  end(): void {
    if (this.#size > 0) this.#end()
  }

  #keep(part: Uint8Array): void {
    this.#size += part.byteLength
    if (this.#size > LONGEST_LINE) throw damaged('long', this.#number)
    if (part.byteLength > 0) this.#waiting.push(part)
  }

  #end(): void {
    const line = textOf(Buffer.concat(this.#waiting), this.#number)
    this.#waiting = []
    this.#size = 0
    this.#take(line, this.#number)
    this.#number += 1
  }
}

/** UTF-8 with or without a mark at its beginning; `line` is where these bytes begin. */
export function textOf(bytes: Uint8Array, line = 1): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw damaged('encoding', line + linesBeforeFault(bytes))
  }
}

function linesBeforeFault(bytes: Uint8Array): number {
  let line = 0
  let from = 0
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
    if (!isText(bytes.subarray(from, at))) return line
    line += 1
    from = at + 1
  }
  return line
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
