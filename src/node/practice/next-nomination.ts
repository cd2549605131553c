import type { Circle } from '../../domain/circle.ts'
import { hasConsentRights } from '../../domain/members/queries.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import { isOver, isRevealOpen, notHeardInChange, notSealedBy, proposalsFrom } from '../../domain/selections/queries.ts'
import type { Saying } from '../circle-session.ts'
import { founderOf, type Companion } from './next-saying.ts'

/** What is sealed on the companion's own device first, as a person's nomination is. */
export type Nominating = {
  readonly type: 'nominate'
  readonly selection: string
  readonly nominee: string
  readonly reason: string
}

/** One names whoever practises, the other the first: so there are reasons to weigh. Both keep to it in the change round. */
export function nextNomination(circle: Circle, { me, part, lines }: Companion): Nominating | Saying | null {
  for (const selection of circle.selections.values()) {
    if (isOver(circle, selection) || proposalsFrom(circle, selection).length > 0) continue
    if (notSealedBy(circle, selection).includes(me) && !isRevealOpen(circle, selection)) {
      const nominee = part === 'asks' ? founderOf(circle) : otherThan(circle, me)
      if (nominee !== null)
        return { type: 'nominate', selection: selection.id, nominee, reason: lines.nomination[part] }
    }
    const isRevealed = selection.nominations.some(({ person }) => person === me)
    if (isRevealed && notHeardInChange(circle, selection).includes(me))
      return { type: 'nomination.kept', body: { selection: selection.id } }
  }
  return null
}

/** The other companion. */
function otherThan(circle: Circle, me: string): string | null {
  const learner = founderOf(circle)
  const others = [...circle.members.keys()].filter((person) => person !== me && person !== learner)
  return others.find((person) => hasConsentRights(circle, EVERYTHING, person)) ?? null
}
