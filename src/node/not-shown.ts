import { agreementState } from '../domain/agreements/queries.ts'
import type { Circle } from '../domain/circle.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Notice } from '../api/contract/procedure.ts'
import type { Saying } from './circle-session.ts'

/** What the circle came to, this person being asked, that they have not been shown. */
export function notShownYet(circle: Circle, me: string, hasSeen: (event: string) => boolean): Notice[] {
  const closes = circle.adoptions.filter((close) => {
    const asked = circle.rounds.get(close.round)?.electorate.includes(me) ?? false
    return asked && !hasSeen(close.id)
  })
  const agreements = [...new Set(closes.map((close) => close.agreement))].flatMap(
    (id) => circle.agreements.get(id) ?? [],
  )
  return agreements.flatMap((agreement) => {
    const state = agreementState(circle, agreement)
    if (state === 'superseded') return []
    const title = circle.versions.get(agreement.version)?.content.title ?? ''
    const kind = state === 'contested' ? ('contested' as const) : ('agreed' as const)
    return [{ kind, circle: circle.id, agreement: agreement.id, title }]
  })
}

/** [R6] A close of which these words do not speak. */
export function isNewsTo({ body }: Saying, { code, about }: Refusal): boolean {
  return code === 'closed-meanwhile' && !Object.values<unknown>(body).includes(about?.['agreement'])
}
