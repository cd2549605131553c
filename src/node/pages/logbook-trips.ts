import type { Circle } from '../../domain/circle.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import { linkOf } from '../../domain/links/state.ts'
import { tripsOf, type Answer, type Trip } from '../../domain/links/trips.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { BARE, type Kept } from './logbook-kept.ts'

type Called = (circle: string) => string

/** [Q6] [Q7] What came here along links, went on from here and came home: the trip stands in the memory of each circle on it. */
export function trips(circle: Circle): Kept[] {
  const called = callingIn(circle)
  return tripsOf(circle).flatMap((trip) => [
    ...(trip.as === 'here' ? [objection(circle, trip)] : []),
    ...passed(circle, trip, called),
    ...trip.answers.map((answer) => answerHere(circle, trip, answer)),
  ])
}

/** The whole way of what this circle agreed to send, by its agreement: an objection of its own, or its answer to one. */
export function waysOf(circle: Circle): Map<string, string[]> {
  const called = callingIn(circle)
  const ways = new Map<string, string[]>()
  for (const trip of tripsOf(circle)) {
    const out = outTo(circle, trip)
    if (trip.as === 'ours') ways.set(trip.id, ownWay(circle, trip, called))
    // The answer goes home the way that the objection came.
    if (trip.answered !== null) ways.set(trip.answered, [...out, ...out.toReversed().slice(1)])
  }
  return ways
}

/** How far it went is known here once an answer has come home: then its whole way stands with what was sent, there and back. */
function ownWay(circle: Circle, trip: Trip, called: Called): string[] {
  const [furthest] = trip.answers.toSorted((a, b) => b.came.length - a.came.length)
  return furthest === undefined ? [nameIn(circle), called(trip.to)] : wayOfAnswer(circle, trip, furthest)
}

const nameIn = (circle: Circle) => circle.genesis?.name ?? ''

function callingIn(circle: Circle): Called {
  const names = new Map(linkedCircles(circle).map((other) => [other, linkOf(circle, other, '')?.name ?? '']))
  return (id) => (id === circle.id ? nameIn(circle) : (names.get(id) ?? ''))
}

const outTo = (circle: Circle, { fromName, hops }: Trip) => [fromName, ...hops.map(({ name }) => name), nameIn(circle)]

function objection(circle: Circle, trip: Trip): Kept {
  const { id, title, text, at, issued } = trip
  const way = outTo(circle, trip)
  const parts = [title, text, ...way]
  return { ...BARE, entry: id, kind: 'objection', at: at ?? issued, title, text, way, parts }
}

function passed(circle: Circle, { title, passed: made }: Trip, called: Called): Kept[] {
  return made.map(({ id, at, person, reason, to }) => {
    const way = [nameIn(circle), called(to)]
    const parts = [title, ...(reason === null ? [] : [reason]), nameOf(circle, person), ...way]
    const saidBy = new Map(reason === null ? [] : [[1, person]])
    return { ...BARE, entry: id, kind: 'passed-on', at, title, person, text: reason, way, parts, saidBy }
  })
}

/** An answer that came, with the way that the objection had gone to it, and then its own way here. */
function answerHere(circle: Circle, trip: Trip, answer: Answer): Kept {
  const { statement, title, text, at } = answer
  const way = wayOfAnswer(circle, trip, answer)
  return { ...BARE, entry: statement, kind: 'answer', at, title, text, way, parts: [title, text, ...new Set(way)] }
}

function wayOfAnswer(circle: Circle, trip: Trip, { from, fromName, came, hops }: Answer): string[] {
  const out = [trip.as === 'ours' ? nameIn(circle) : trip.fromName, ...came.map(({ name }) => name)]
  const back = [fromName, ...hops.filter(({ circle: hop }) => hop !== from).map(({ name }) => name), nameIn(circle)]
  return [...out, ...back]
}
