import { NetworkError } from '../network-error.ts'

/** Whoever waits for something long hears how far it is, and may stop it. */
export type Watch = {
  readonly signal?: AbortSignal | undefined
  readonly tell?: ((done: number, of: number) => void) | undefined
}

/** Throws a NetworkError `stopped` where somebody said so. */
export function goOn(watch: Watch | undefined): void {
  if (watch?.signal?.aborted === true) throw new NetworkError('stopped')
}

const WHOLE = 1_000

/** For the part of the work that comes at this place among so many. */
export const partOf = (watch: Watch | undefined, place: number, parts: number): Watch => ({
  signal: watch?.signal,
  tell: (done, of) => watch?.tell?.(place * WHOLE + (of === 0 ? 0 : (done / of) * WHOLE), parts * WHOLE),
})
