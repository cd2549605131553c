import { refusal, type Refusal } from '../../domain/refusal.ts'

/** What is wrong where. `cut`: it ends in the middle of something. */
export type Damage = 'encoding' | 'json' | 'record' | 'long' | 'cut' | 'columns' | 'zip' | 'sheet'

/** Ends the reading of a file; carries the refusal that a client has words for. Nothing of such a file comes in. */
export class ImportFault extends Error {
  readonly refusal: Refusal

  constructor(reason: Refusal) {
    super(reason.code)
    this.refusal = reason
  }
}

/**
 * `record`: which part of that line, as whoever mends the file finds it: a cell (`C3`), a place in the line (`3:17`), a row of
 * a table and its field (`roles 2: name`), a sheet of a workbook.
 */
export function damaged(why: Damage, line: number, record = 'none'): ImportFault {
  return new ImportFault(refusal('import-damaged', { why, line, record }))
}

export function tooBig(megabytes: number): ImportFault {
  return new ImportFault(refusal('import-too-big', { limit: megabytes }))
}

export const unknownForm = (): ImportFault => new ImportFault(refusal('import-unknown'))

/** The field that is not as it should be, behind what it is in. */
export function fieldIn(of: string, path: readonly PropertyKey[] | undefined): string {
  const field = (path ?? []).map(String).join('.')
  return field === '' ? of : of === '' ? field : `${of}: ${field}`
}

/** As spreadsheets name their cells. */
export function cellName(column: number, line: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return `${column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))}${letter}${line}`
}
