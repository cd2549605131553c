/** Does the work after so many ms, and answers with what calls it off. Tests pass in one that they move. */
export type Pace = (ms: number, work: () => void) => () => void

/** Nobody waits for a companion who thinks, or for a deadline: a node that is done ends without it. */
export const realPace: Pace = (ms, work) => {
  const timer = setTimeout(work, ms)
  timer.unref()
  return () => clearTimeout(timer)
}
