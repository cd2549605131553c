import { inPast, type Past } from '../causality.ts'
import type { Circle } from '../circle.ts'
import { isHereByLink } from './seats.ts'
import type { EffectOf } from '../proposals/effect.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { statementIn } from '../statements/queries.ts'
import { linkSlot } from './effects.ts'
import { isLinked } from './agreed.ts'
import { ownLink } from './queries.ts'

/** [Q1] With another circle, and somebody goes there or comes here. */
export function linkCounts(circle: Circle, _past: Past, link: EffectOf<'link'>): Refusal | null {
  if (link.circle === circle.id) return refusal('other-circle')
  return link.sends + link.receives === 0 ? refusal('no-seats') : null
}

export function linkIsWise(_circle: Circle, _past: Past, { until }: EffectOf<'link'>, today: string): Refusal | null {
  return until <= today ? refusal('date-in-the-past', { date: until }) : null
}

/** [Q3] Only what this circle consented to; who goes with it is here for nothing else. */
export function unlinkCounts(circle: Circle, past: Past, { circles, people }: EffectOf<'unlink'>): Refusal | null {
  if (!circles.every((other) => isAgreedOnce(circle, past, other))) return refusal('no-such-link')
  const isOfThem = (person: string) => {
    const member = circle.members.get(person)
    const sits = inPast(past, member?.seats ?? []).some(({ statement }) => circles.includes(statement.from))
    return member !== undefined && sits && isHereByLink(past, member)
  }
  return people.every(isOfThem) ? null : refusal('no-such-person')
}

/** Also what was ended apart from this: an end that comes twice is one. */
function isAgreedOnce(circle: Circle, past: Past, other: string): boolean {
  const closes = inPast(past, circle.slots.get(linkSlot(other))?.closes ?? [])
  return ownLink(circle, past, other) !== null || closes.some(({ problem }) => problem === null)
}

/** [Q6] An objection goes along a link that both have. */
export function objectingCounts(circle: Circle, past: Past, { to }: EffectOf<'objects'>): Refusal | null {
  return isLinked(circle, past, to) ? null : refusal('no-such-link')
}

/** [Q7] To an objection that came here. */
export function answerCounts(circle: Circle, past: Past, of: EffectOf<'answers'>): Refusal | null {
  const told = statementIn(circle, past, of.objection)
  const isIt = told?.kind === 'objection' && told.agreement === of.agreement && told.from === of.to
  return isIt ? null : refusal('no-such-objection')
}
