import type { NodePort } from '../../api/node-port.ts'
import { nameOf, people } from '../../domain/members/queries.ts'
import { refuse } from '../../domain/refusal.ts'
import type { RunningNode } from '../node.ts'
import { asOfText } from '../pages/shown.ts'
import { answering, must } from './answering.ts'

/** The first of three layers, before a pause and a removal: mine alone, at once, and said to nobody. */
export function blocking(node: RunningNode): Pick<NodePort['member'], 'list' | 'notRead' | 'block' | 'unblock'> {
  const change = (isBlocked: boolean) =>
    answering(async ({ circle, person: ref }: { circle: string; person: string }) => {
      const session = must(node.desk.session(circle))
      const person = must(node.desk.person(session, ref))
      if (person === session.me) must(refuse('yourself'))
      await session.changeKeys(({ notRead = [], ...keys }) => {
        const others = notRead.filter((one) => one !== person)
        return { ...keys, notRead: isBlocked ? [...others, person] : others }
      })
      node.changes.tell(session.circle.id)
      return { person, name: nameOf(session.circle, person) }
    })
  return {
    list: answering(({ circle, blocked }) => {
      const session = must(node.desk.session(circle))
      const notRead = new Set(session.keys().notRead)
      const items = people(session.circle).map((one) => ({ ...one, blocked: notRead.has(one.person) }))
      return { asOf: asOfText(session.circle), items: blocked === true ? items.filter((one) => one.blocked) : items }
    }),
    // People have another id in each circle.
    notRead: answering(() => ({ people: node.sessions().flatMap((session) => session.keys().notRead ?? []) })),
    block: change(true),
    unblock: change(false),
  }
}
