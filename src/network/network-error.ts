/** Codes of `src/domain/refusal.ts` that meeting and carrying can end in; network does not import the domain. */
export type NetworkCode =
  | 'cannot-listen'
  | 'cannot-connect'
  | 'no-such-file'
  | 'cannot-write-file'
  | 'disk-full'
  | 'not-ours'
  | 'newer-version'
  | 'not-your-circle'
  | 'bundle-damaged'

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
