import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { EVERYTHING, inPast } from '../../domain/causality.ts'
import type { Circle } from '../../domain/circle.ts'
import { doneApart } from '../../domain/links/apart.ts'
import { linkSeat } from '../../domain/links/effects.ts'
import { isMirrored, linkedCircles, mirrored, type LinkTerms } from '../../domain/links/queries.ts'
import { linkOverFor } from '../../domain/links/seats.ts'
import { linkOf, type Link } from '../../domain/links/state.ts'
import { tripsOf } from '../../domain/links/trips.ts'
import type { Statement } from '../../domain/statements/verify.ts'
import { belongs, memberState, nameOf } from '../../domain/members/queries.ts'
import { roleTitle } from './role-items.ts'

type Line = OutputOf<Procedures['link']['list']>['items'][number]
type TripLine = OutputOf<Procedures['trip']['list']>['items'][number]
type Told = OutputOf<Procedures['statement']['list']>['items'][number]

/** What only this node knows of it. */
type AboutLink = Pick<Line, 'isHere' | 'isMet' | 'tellFailed'>

/** How a circle stands with every other that it has to do with. */
export function linkLines(circle: Circle, today: string, aboutOf: (other: string) => AboutLink): Line[] {
  return linkedCircles(circle).flatMap((other) => {
    const link = linkOf(circle, other, today)
    return link === null ? [] : [linkLine(circle, link, aboutOf(other))]
  })
}

function linkLine(circle: Circle, link: Link, about: AboutLink): Line {
  const { own, theirs, terms, sent, received } = link
  const said = theirs?.link ?? null
  const person = (id: string) => ({ person: id, name: nameOf(circle, id), isAway: isAway(circle, id) })
  return {
    circle: link.circle,
    name: link.name,
    state: link.state,
    endedBy: link.state === 'ended' ? link.endedBy : null,
    as: terms?.as ?? 'beside',
    terms: terms === null ? null : plain(terms),
    ours: newerThan(terms, own?.terms ?? null),
    theirs: newerThan(terms, said === null ? null : mirrored(said)),
    agreement: own?.agreement ?? null,
    proposal: link.proposal,
    heard: theirs?.issued ?? null,
    turn: link.turn,
    sent: sent.map(({ people, ...seat }) => {
      const role = linkSeat(link.circle, seat.seat)
      return { ...seat, role, name: roleTitle(circle, role), people: people.map(person) }
    }),
    received: received.map(({ seat, statements, over, person: sitting }) => ({
      seat,
      named: namesIn(statements),
      over: namesIn(over),
      person: sitting === null ? null : person(sitting),
    })),
    apart: doneApart(circle, link.circle)
      .filter(({ isNow }) => isNow)
      .map(({ kind }) => kind),
    went: wentWith(circle, link.circle),
    ...about,
  }
}

const namesIn = (statements: readonly Statement[]) =>
  statements.flatMap(({ about, name }) => (about === null ? [] : [name]))

const isAway = (circle: Circle, person: string) => memberState(circle, EVERYTHING, person) === 'on-leave'

/** Who took part here for the other circle, and does no more, for nothing else. */
function wentWith(circle: Circle, other: string): string[] {
  return [...circle.members.values()]
    .filter(({ seats }) => inPast(EVERYTHING, seats).some(({ statement }) => statement.from === other))
    .filter(({ person }) => !belongs(circle, EVERYTHING, person) && linkOverFor(circle, EVERYTHING, person))
    .map(({ person }) => nameOf(circle, person))
}

/** What one of them said, where it is not what holds between them. */
function newerThan(terms: LinkTerms | null, said: LinkTerms | null): Line['terms'] {
  return terms === null || said === null || isMirrored(said, mirrored(terms)) ? null : plain(said)
}

const plain = ({ aim, sends, receives, until, shares }: LinkTerms) => ({ aim, sends, receives, until, shares })

export function tripLines(circle: Circle): TripLine[] {
  const names = new Map(linkedCircles(circle).map((other) => [other, linkOf(circle, other, '')?.name ?? '']))
  const called = (id: string) => (id === circle.id ? '' : (names.get(id) ?? ''))
  return tripsOf(circle).map(({ id, to, passed, answers, hops, ...trip }) => ({
    ...trip,
    objection: id,
    to: { circle: to, name: called(to) },
    hops: [...hops],
    isWayClosed:
      trip.as === 'here' &&
      trip.answered === null &&
      linkOf(circle, hops.at(-1)?.circle ?? trip.from, '')?.state === 'ended',
    passed: passed.map(({ to: on, person, reason, at }) => {
      return { to: on, name: called(on), by: nameOf(circle, person), reason, at }
    }),
    answers: answers.map(({ statement: _statement, came, hops: way, ...answer }) => {
      return { ...answer, came: [...came], hops: [...way] }
    }),
  }))
}

export function toldLines(circle: Circle): Told[] {
  return [...circle.statements.told.values()].flatMap(({ statement, tellings }) => {
    const [first] = tellings.toSorted((a, b) => a.at - b.at)
    if (first === undefined || !EVERYTHING.has(first.stamp)) return []
    const { id, kind, from, fromName, title, issued, expires } = statement
    return [
      {
        statement: id,
        kind,
        from,
        fromName,
        title,
        issued,
        expires,
        toldBy: nameOf(circle, first.person),
        at: first.at,
      },
    ]
  })
}
