import type { Circle } from '../../domain/circle.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import { linkOf } from '../../domain/links/state.ts'
import { tripsOf } from '../../domain/links/trips.ts'
import type { BacklogItem } from './backlog.ts'

/** A link that another circle waits for or whose term is over, and an objection that came and has no answer yet. */
export function linkItems(circle: Circle, today: string): BacklogItem[] {
  const links = linkedCircles(circle).flatMap((other): BacklogItem[] => {
    const link = linkOf(circle, other, today)
    if (link === null || link.proposal !== null) return []
    const of = { item: `link-${other}`, about: other, title: link.name }
    if (link.state === 'consented-there' || link.state === 'differing') return [{ ...of, kind: 'link-offered' }]
    return link.state === 'due' ? [{ ...of, kind: 'link-due', due: link.terms?.until ?? null }] : []
  })
  const objections = tripsOf(circle).flatMap(({ as, id, title, answered, answers, passed }): BacklogItem[] => {
    const isDone = as === 'ours' || answered !== null || answers.length > 0 || passed.length > 0
    return isDone ? [] : [{ item: `arrived-${id}`, kind: 'objection-arrived', about: id, title }]
  })
  return [...links, ...objections]
}
