import { plansOf } from '../domain/meetings/queries.ts'
import type { Circle } from '../domain/circle.ts'
import type { Changes } from './changes.ts'
import { dayOf, type Clock } from './clock.ts'
import type { Pace } from './practice/pace.ts'

/** A machine that slept, or whose clock was set, is not late by more than this. In ms. */
const LONGEST_WAIT = 10 * 60_000

interface Alarmed {
  readonly circles: () => readonly Circle[]
  readonly changes: Changes
  readonly clock: Clock
  readonly pace: Pace
}

/**
 * Tells everyone who listens when something has become different by time alone: a round's deadline, the beginning of a
 * meeting, and a new day, on which reviews, terms and other dates fall due. Answers with what ends it.
 */
export function startAlarm({ circles, changes, clock, pace }: Alarmed): () => Promise<void> {
  const done = new AbortController()
  let since = clock()
  let callOff = (): void => undefined
  const arm = () => {
    callOff()
    const wait = Math.min(LONGEST_WAIT, nextMoment(circles(), since) - clock())
    callOff = pace(Math.max(wait, 0), ring)
  }
  const ring = () => {
    const now = clock()
    const isPassed = nextMoment(circles(), since) <= now
    since = now
    arm()
    if (isPassed) changes.tell(null)
  }
  const listen = async () => {
    for await (const change of changes.listen(done.signal)) if (change !== undefined) arm()
  }
  arm()
  const listening = listen()
  return async () => {
    done.abort()
    callOff()
    await listening
  }
}

/** The first moment after a time, in ms, at which what people see is different though nobody said anything. */
export function nextMoment(circles: readonly Circle[], after: number): number {
  const moments = circles.flatMap((circle) => [
    ...[...circle.rounds.values()].flatMap(({ clause }) => (clause === undefined ? [] : [clause.deadline])),
    ...[...circle.meetings.meetings.values()].map((meeting) => plansOf(meeting)[0].starts),
  ])
  return moments.reduce((first, one) => (one > after && one < first ? one : first), nextDay(after))
}

function nextDay(after: number): number {
  const [year, month, day] = dayOf(after).split('-').map(Number)
  return new Date(year ?? 0, (month ?? 1) - 1, (day ?? 1) + 1).getTime()
}
