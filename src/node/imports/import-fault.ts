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

/** `record`: what it is called where it has no line, such as a sheet of a workbook. */
export function damaged(why: Damage, line: number, record = 'none'): ImportFault {
  return new ImportFault(refusal('import-damaged', { why, line, record }))
}

export function tooBig(megabytes: number): ImportFault {
  return new ImportFault(refusal('import-too-big', { limit: megabytes }))
}

export const unknownForm = (): ImportFault => new ImportFault(refusal('import-unknown'))
