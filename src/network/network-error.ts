/** Codes of `src/domain/refusal.ts` that meeting and carrying can end in; network does not import the domain. */
export type NetworkCode =
  | 'cannot-listen'
  | 'cannot-connect'
  | 'no-such-file'
  | 'cannot-write-file'
  | 'disk-full'
  | 'not-ours'
  | 'newer-version'
  | 'older-version'
  | 'not-your-circle'
  | 'bundle-damaged'
  | 'stick-gone'
  | 'stick-full'
  | 'stick-read-only'
  | 'not-a-folder'
  | 'store-busy'
  | 'keeper-damaged'
  | 'stopped'

/** What went wrong out there, as a code that a client has words for; the system's own error is the `cause`. */
export class NetworkError extends Error {
  readonly code: NetworkCode
  readonly about: Readonly<Record<string, string | number>>

  constructor(code: NetworkCode, about: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(about)}`, cause === undefined ? undefined : { cause })
    this.name = 'NetworkError'
    this.code = code
    this.about = about
  }
}

/** The system's short word for an error (`EADDRINUSE`, `ENOSPC`), or what its message says. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** What the disk said of our writing, looked for behind the errors that others wrapped it in; else `undefined`. */
export function diskError(error: unknown, about: { file: string }): NetworkError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const reason = reasonOf(cause)
    if (/^E[A-Z0-9]+$/.test(reason)) {
      return new NetworkError(FULL.has(reason) ? 'disk-full' : 'cannot-write-file', { ...about, reason }, error)
    }
  }
  return undefined
}
