import type { NodePort } from '../../api/node-port.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Circle } from '../../domain/circle.ts'
import { isHereByLink } from '../../domain/links/seats.ts'
import { linkedCircles, mirrored, ownLink, type LinkTerms } from '../../domain/links/queries.ts'
import { linkOf, type Link } from '../../domain/links/state.ts'
import { tripsOf, type Trip } from '../../domain/links/trips.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { belongs } from '../../domain/members/queries.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import { findOne } from '../find.ts'
import type { RunningNode } from '../node.ts'
import { linkLines, tripLines } from '../pages/links.ts'
import { asOfText } from '../pages/shown.ts'
import { structureSeen } from '../pages/structure.ts'
import { answering, must } from './answering.ts'
import { otherOf } from './other-circle.ts'
import { propose } from './proposing.ts'
import { day, optionalWords, title, words } from './texts.ts'

export function linkCommands(node: RunningNode): NodePort['link'] {
  const { desk } = node
  const today = () => dayOf(desk.clock())
  const linked = (session: CircleSession, ref: string) => must(linkMeant(session.circle, ref, today()))
  return {
    list: answering((input) => {
      const session = must(desk.session(input.circle))
      const { circle } = session
      return { asOf: asOfText(circle), items: linkLines(circle, today(), (other) => aboutLink(node, session, other)) }
    }),
    propose: answering(({ circle, other, asOf, review, ...of }) => {
      const session = must(desk.session(circle))
      const name = must(title(of.name, 'name'))
      const id = otherOf(node, session, other)
      const effect: LinkTerms = {
        kind: 'link',
        circle: id,
        name,
        as: of.as ?? 'beside',
        aim: must(words(of.aim, 'aim')),
        sends: of.sends,
        receives: of.receives,
        until: must(day(of.until)),
        shares: must(words(of.shares, 'shares')),
        seat: must(title(of.seat ?? seatNow(session, id) ?? name, 'seat')),
      }
      return propose(session, { title: name, text: linkText(effect), review }, effect, asOf)
    }),
    accept: answering(({ circle, other, asOf, review, ...of }) => {
      const session = must(desk.session(circle))
      const { theirs, circle: id } = linked(session, other)
      if (theirs === null || theirs.link === null) return must(refuse('no-such-link'))
      const name = must(title(of.name ?? theirs.fromName, 'name'))
      const seat = must(title(of.seat ?? seatNow(session, id) ?? name, 'seat'))
      const effect = { ...mirrored(theirs.link), circle: id, name, seat }
      return propose(session, { title: name, text: linkText(effect), review }, effect, asOf)
    }),
    end: answering(({ circle, others, asOf, review, reason }) => {
      const session = must(desk.session(circle))
      const links = others.map((other) => linked(session, other))
      const circles = [...new Set(links.map((one) => one.circle))].sort()
      const text = must(words(reason, 'reason'))
      const effect = { kind: 'unlink', circles, people: hereFor(session.circle, circles) } as const
      return propose(
        session,
        {
          title: links
            .map(({ name }) => name)
            .join(', ')
            .slice(0, 200),
          text,
          review,
        },
        effect,
        asOf,
      )
    }),
  }
}

export function tripCommands({ desk }: RunningNode): NodePort['trip'] {
  const linked = (session: CircleSession, ref: string) => must(linkMeant(session.circle, ref, dayOf(desk.clock())))
  return {
    list: answering((input) => {
      const { circle } = must(desk.session(input.circle))
      return { asOf: asOfText(circle), items: tripLines(circle) }
    }),
    object: answering(({ circle, to, asOf, review, ...of }) => {
      const session = must(desk.session(circle))
      const concerns = of.concerns === undefined ? null : must(title(of.concerns, 'concerns'))
      const effect = { kind: 'objects', to: linked(session, to).circle, concerns } as const
      return propose(session, { title: of.title, text: of.reason, review }, effect, asOf)
    }),
    pass: answering(async ({ circle, objection, to, reason, asOf }) => {
      const session = must(desk.session(circle))
      const statement = tripMeant(session.circle, objection).id
      const body = { statement, to: linked(session, to).circle, reason: must(optionalWords(reason, 'reason')) }
      const { meanwhile } = must(await session.say({ type: 'statement.passed', body }, asOf))
      return { meanwhile }
    }),
    answer: answering(({ circle, objection, asOf, review, ...of }) => {
      const session = must(desk.session(circle))
      const { id, agreement, from: to } = tripMeant(session.circle, objection)
      const effect = { kind: 'answers', objection: id, agreement, to } as const
      return propose(session, { title: of.title, text: of.text, review }, effect, asOf)
    }),
  }
}

/** As far as this node can see: its own circles, and what they know of others. */
export function structureCommands(node: RunningNode): NodePort['structure'] {
  return {
    show: answering(() =>
      structureSeen(
        node.sessions().map(({ circle }) => circle),
        dayOf(node.desk.clock()),
      ),
    ),
  }
}

function aboutLink(node: RunningNode, session: CircleSession, other: string) {
  const { id } = session.circle
  const [there, here] = [node.untold.of(id, other), node.untold.of(other, id)]
  return {
    isHere: node.sessions().some(({ circle }) => circle.id === other),
    isMet: node.meeting()?.isLinkMet(session, other) === true,
    tellFailed: [
      ...(here === null ? [] : [{ to: 'here' as const, refusal: here }]),
      ...(there === null ? [] : [{ to: 'there' as const, refusal: there }]),
    ],
  }
}

/** A link that is renewed keeps what the circle calls its delegate, where nothing else is said. */
const seatNow = ({ circle }: CircleSession, other: string) => ownLink(circle, EVERYTHING, other)?.terms.seat

/** The proposal's words say the whole link, so that a certificate of it can be read alone. */
const linkText = ({ aim, shares }: LinkTerms): string => `${aim}\n\n${shares}`

/** A linked circle by its name here, or its id. */
function linkMeant(circle: Circle, ref: string, today: string): Outcome<Link> {
  const links = linkedCircles(circle).flatMap((id) => {
    const name = linkOf(circle, id, today)?.name
    return name === undefined ? [] : [{ id, called: [name], it: id }]
  })
  const found = findOne(links, ref, 'no-such-link')
  if (!found.ok) return found
  const link = linkOf(circle, found.value, today)
  return link === null ? refuse('no-such-link') : accept(link)
}

/** An objection that came here, by its title or id. */
function tripMeant(circle: Circle, ref: string): Trip {
  const trips = tripsOf(circle).filter((trip) => trip.as === 'here')
  return must(
    findOne(
      trips.map((it) => ({ id: it.id, called: [it.title], it })),
      ref,
      'no-such-objection',
    ),
  )
}

/** Who is here for these links and nothing else. */
function hereFor(circle: Circle, circles: readonly string[]): string[] {
  const theirs = [...circle.members.values()].filter(
    (member) =>
      member.seats.some(({ statement }) => circles.includes(statement.from)) &&
      isHereByLink(EVERYTHING, member) &&
      belongs(circle, EVERYTHING, member.person),
  )
  return theirs.map(({ person }) => person).sort()
}
