export type Rate = { readonly burst: number; readonly perSecond: number }

/** Whether one more is allowed now: `burst` at once, and then as many as come back in a second. */
export function rateLimit({ burst, perSecond }: Rate, clock: () => number): () => boolean {
  let left = burst
  let last = clock()
  return () => {
    const now = clock()
    left = Math.min(burst, left + (Math.max(0, now - last) / 1000) * perSecond)
    last = now
    if (left < 1) return false
    left -= 1
    return true
  }
}
