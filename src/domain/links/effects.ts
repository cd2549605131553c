import { z } from 'zod'
import { Id } from '../event.ts'
import { Day, Name, Words } from '../words.ts'

/** How many people one circle sends into another at most. */
export const MOST_SEATS = 3
const Seats = z.int().min(0).max(MOST_SEATS)

/**
 * [Q1] What this circle consents to have with another, said from its own side: the other says the same from theirs, or
 * there is no link. Between independent circles nobody is above.
 */
export const LinkEffect = z.strictObject({
  kind: z.literal('link'),
  circle: Id,
  /** What the other is called here. */
  name: Name,
  /** What the other is to this one. */
  as: z.enum(['beside', 'above', 'below']),
  /** What for. */
  aim: Words,
  /** Delegates from here to there, and from there to here: a double link has both. */
  sends: Seats,
  receives: Seats,
  until: Day,
  /** What they tell each other: nothing else crosses. */
  shares: Words,
  /** What the circle calls its delegate there: the name of the role that it selects somebody for. */
  seat: Name,
})

/** [Q3] This circle's links with these end at once; who takes part here only by them goes. */
export const UnlinkEffect = z.strictObject({
  kind: z.literal('unlink'),
  circles: z.array(Id).min(1).max(64),
  people: z.array(Id).max(64),
})

/** [Q6] The proposal's words go to another circle as an objection: what this one cannot settle, or what harms it from there. */
export const ObjectsEffect = z.strictObject({
  kind: z.literal('objects'),
  /** The linked circle that it goes to first. */
  to: Id,
  /** Whom or what it concerns, where that is further than the circle it goes to first. */
  concerns: Name.nullable(),
})

/** [Q7] The proposal's words are the circle's answer to an objection that came to it. */
export const AnswersEffect = z.strictObject({
  kind: z.literal('answers'),
  /** The statement, the agreement that it rests on, and the circle that it is of. */
  objection: Id,
  agreement: Id,
  to: Id,
})

/** Where everything about being linked with one circle stands; with several at once, in a slot of its own. */
export const linkSlot = (circle: string): string => `link:${circle}`
export const unlinkSlot = (circles: readonly string[]): string =>
  circles.length === 1 ? linkSlot(circles[0] ?? '') : 'links'

/** The role of a delegate to a linked circle, by number. */
export const LinkSeat = z.string().regex(/^link:[0-9a-f]{64}:[1-3]$/)
export const linkSeat = (circle: string, seat: number): string => `link:${circle}:${seat}`
export function seatOfRole(role: string): { readonly circle: string; readonly seat: number } | null {
  // Asked of every role at every look, and few are of that kind.
  if (!role.startsWith('link:')) return null
  const [, circle, seat] = role.split(':')
  return LinkSeat.safeParse(role).success && circle !== undefined ? { circle, seat: Number(seat) } : null
}
