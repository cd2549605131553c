import type { Circle } from '../../domain/circle.ts'
import { linkSeat } from '../../domain/links/effects.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import { linkOf, type Link } from '../../domain/links/state.ts'
import { tripsOf } from '../../domain/links/trips.ts'
import type { BacklogItem } from './backlog.ts'
import { isUnderWay, roleTitle } from './role-items.ts'
import type { Step } from './waiting-on.ts'

const isLinked = ({ state }: Link): boolean => state === 'agreed' || state === 'active' || state === 'due'
const isOffered = ({ state, turn }: Link): boolean => state === 'consented-there' || turn === 'here'

/**
 * A link that another circle waits for or whose term is over, a seat over there for which nobody is selected yet, and an
 * objection that came and has no answer yet.
 */
export function linkItems(circle: Circle, today: string): BacklogItem[] {
  const links = linksOf(circle, today).flatMap((link): BacklogItem[] => {
    const of = { item: `link-${link.circle}`, about: link.circle, title: link.name }
    const seats = emptySeats(circle, link).map((role): BacklogItem => {
      return { item: `seat-${role}`, kind: 'link-seat', about: role, title: roleTitle(circle, role) }
    })
    const offered: BacklogItem[] = isOffered(link) ? [{ ...of, kind: 'link-offered' }] : []
    const isDue = link.state === 'due' && link.turn === null
    const due: BacklogItem[] = isDue ? [{ ...of, kind: 'link-due', due: link.terms?.until ?? null }] : []
    return [...offered, ...due, ...seats]
  })
  return [
    ...links,
    ...arrivedIn(circle).map(({ id, title }): BacklogItem => {
      return { item: `arrived-${id}`, kind: 'objection-arrived', about: id, title }
    }),
  ]
}

/** The same for one person's next step; and for who was selected for a seat, to go there. */
export function fromLinks(circle: Circle, me: string, today: string): Step[] {
  const links = linksOf(circle, today).flatMap((link): Step[] => {
    const { own, theirs, name: title, terms } = link
    const kind = isLinked(link) ? 'link-changed' : 'link-offered'
    const offered: Step[] = isOffered(link) ? [{ kind, title, since: theirs?.issued ?? 0 }] : []
    const since = own?.close.at ?? 0
    const seats = emptySeats(circle, link).map((role): Step => {
      return { kind: 'link-seat', role, title: roleTitle(circle, role), person: title, since }
    })
    const isToGo = link.sent.some(
      ({ people, hasArrived, hasLeft }) => !hasArrived && !hasLeft && people.length === 1 && people[0] === me,
    )
    const goes: Step[] = isToGo && isLinked(link) ? [{ kind: 'link-go', title, since }] : []
    const due: Step[] =
      link.state === 'due' && link.turn === null
        ? [{ kind: 'link-due', title, since: Date.parse(terms?.until ?? today) }]
        : []
    return [...offered, ...goes, ...seats, ...due]
  })
  const arrived = arrivedIn(circle).map(({ title, fromName, text, at, issued }): Step => {
    return { kind: 'objection-arrived', title, person: fromName, text, since: at ?? issued }
  })
  return [...links, ...arrived]
}

/** Those for which nobody has brought a proposal yet. */
function linksOf(circle: Circle, today: string): Link[] {
  return linkedCircles(circle).flatMap((other) => {
    const link = linkOf(circle, other, today)
    return link === null || link.proposal !== null ? [] : [link]
  })
}

function emptySeats(circle: Circle, link: Link): string[] {
  if (!isLinked(link)) return []
  return link.sent.flatMap(({ seat, people, hasLeft }) => {
    const role = linkSeat(link.circle, seat)
    return (people.length > 0 && !hasLeft) || isUnderWay(circle, role) ? [] : [role]
  })
}

const arrivedIn = (circle: Circle) =>
  tripsOf(circle).filter(
    ({ as, answered, answers, passed }) =>
      as !== 'ours' && answered === null && answers.length === 0 && passed.length === 0,
  )
