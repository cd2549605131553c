import type { Refusal } from '../domain/refusal.ts'

/** A "no" found by the command line itself; it ends the command like one from the node. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** What was typed makes no sense together. */
export class WrongUsage extends Error {}

/** The person, or the system, ended the program while it was waiting. */
export class Stopped extends Error {}

/** What `work` gives, unless `signal` comes first; so nothing is waited for without an end. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, otherwise: () => Error): Promise<T> {
  const left = new AbortController()
  const aborted = new Promise<never>((_resolve, reject) => {
    const leave = () => reject(otherwise())
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true, signal: left.signal })
  })
  return Promise.race([work, aborted]).finally(() => left.abort())
}
