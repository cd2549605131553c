import type { RefusalCode } from '../domain/refusal.ts'

export type StoreProblem = Extract<RefusalCode, 'store-busy' | 'store-copied' | 'store-damaged' | 'disk-full'>

/** Why a folder cannot be opened or written, as one of the closed list of codes. */
export class StoreError extends Error {
  readonly code: StoreProblem
  readonly folder: string

  constructor(code: StoreProblem, folder: string, cause: unknown) {
    super(`${code}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.code = code
    this.folder = folder
  }
}

export function storeError(cause: unknown, folder: string): StoreError {
  return cause instanceof StoreError ? cause : new StoreError(problemOf(cause), folder, cause)
}

/** The stack below gives words, and few codes: this is the one place that reads them. */
function problemOf(cause: unknown): StoreProblem {
  const { code, message } = cause instanceof Error ? (cause as NodeJS.ErrnoException) : { code: '', message: '' }
  if (code === 'ENOSPC' || code === 'EDQUOT' || /no space left|quota exceeded/i.test(message)) return 'disk-full'
  if (code === 'DEVICE_FILE') return 'store-copied'
  if (/could not be locked|lock hold|resource temporarily unavailable/i.test(message)) return 'store-busy'
  return 'store-damaged'
}
