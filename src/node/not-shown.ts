import { agreementState } from '../domain/agreements/queries.ts'
import { saw } from '../domain/causality.ts'
import type { Circle } from '../domain/circle.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Notice } from '../api/contract/procedure.ts'
import type { Saying } from './circle-session.ts'

/** What the circle came to, this person being asked, that they have not been shown. */
export function notShownYet(circle: Circle, me: string, device: string): Notice[] {
  const closes = circle.adoptions.filter((close) => {
    const asked = circle.rounds.get(close.round)?.electorate.includes(me) ?? false
    return asked && !hasSeen(circle, device, close.id)
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

/** Something that this device said builds on that event. */
export function hasSeen(circle: Circle, device: string, event: string): boolean {
  const latest = circle.latest.get(device)
  const stamp = circle.stamps.get(event)
  return latest !== undefined && stamp !== undefined && saw(latest, stamp)
}
