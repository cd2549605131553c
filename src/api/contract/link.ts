import { z } from 'zod'
import type { Refusal } from '../../domain/refusal.ts'
import { command, query, RefusalData } from './procedure.ts'
import { LinkApart, LinkState } from './states.ts'
import { At, Day, Id, listOf, Ref, Text } from './shapes.ts'

const proposed = { proposal: Id, version: Id }
/** `isAway`: on leave here, so that nothing waits for them. */
const Person = z.object({ person: Id, name: z.string(), isAway: z.boolean() })
const LinkAs = z.enum(['beside', 'above', 'below'])
const Why = z.custom<Refusal>((one) => RefusalData.safeParse(one).success)
const Seats = z.int().min(0).max(3)

const terms = {
  /** What for. */
  aim: Text,
  /** How many of this circle take part there, and how many of theirs here. */
  sends: Seats,
  receives: Seats,
  until: Day,
  shares: Text,
}

const Terms = z.object({ aim: z.string(), sends: Seats, receives: Seats, until: Day, shares: z.string() })

const LinkLine = z.object({
  /** The other circle. */
  circle: Id,
  name: z.string(),
  state: LinkState,
  endedBy: z.enum(['here', 'there', 'both']).nullable(),
  as: LinkAs,
  /** What both consented to, or would; null where nothing is left of it. */
  terms: Terms.nullable(),
  /** What this circle, and what the other, last consented to, where it is not what holds between them (`terms`). */
  ours: Terms.nullable(),
  theirs: Terms.nullable(),
  agreement: Id.nullable(),
  proposal: Id.nullable(),
  /** Where both consented, and not to the same: who is to look at what the other said. */
  turn: z.enum(['here', 'there']).nullable(),
  /** When the other circle agreed on what it last said. */
  heard: At.nullable(),
  sent: z.array(
    z.object({
      seat: z.int(),
      role: z.string(),
      name: z.string(),
      people: z.array(Person),
      hasArrived: z.boolean(),
      /** They took part there, were removed or left, and nobody was selected since. */
      hasLeft: z.boolean(),
    }),
  ),
  received: z.array(
    z.object({
      seat: z.int(),
      /** Whom the other circle selected, as it calls them; two, where it did so apart. */
      named: z.array(z.string()),
      /** Whom it had selected, and who is here for it no more. */
      over: z.array(z.string()),
      /** Who that is here, with consent rights. */
      person: Person.nullable(),
    }),
  ),
  /** Why it stands so, where something was done by some who did not know of others. */
  apart: z.array(LinkApart),
  /** Who took part here for it, and does no more. */
  went: z.array(z.string()),
  /** Whether this node is in the other circle. */
  isHere: z.boolean(),
  /** Whether somebody of it is met now, so that what is new goes over by itself. */
  isMet: z.boolean(),
  /** What was to be told by itself and could not be written in, here or there, and why. */
  tellFailed: z.array(z.object({ to: z.enum(['here', 'there']), refusal: Why })),
})

const Hop = z.object({ circle: Id, name: z.string(), at: At })
const Trip = z.object({
  as: z.enum(['ours', 'here']),
  /** What stands for it in an answer, or in passing it on. */
  objection: Id,
  agreement: Id,
  from: Id,
  fromName: z.string(),
  to: z.object({ circle: Id, name: z.string() }),
  title: z.string(),
  text: z.string(),
  concerns: z.string().nullable(),
  issued: At,
  hops: z.array(Hop),
  /** Whether the link by which it came has ended. */
  isWayClosed: z.boolean(),
  at: At.nullable(),
  passed: z.array(z.object({ to: Id, name: z.string(), by: z.string(), reason: z.string().nullable(), at: At })),
  /** The agreement by which this circle answers it. */
  answered: Id.nullable(),
  answers: z.array(
    z.object({
      from: Id,
      fromName: z.string(),
      title: z.string(),
      text: z.string(),
      issued: At,
      came: z.array(Hop),
      hops: z.array(Hop),
      at: At,
    }),
  ),
})

export const link = {
  /** Every circle that this one has, had, wants or is offered a link with. */
  list: query({ circle: Ref }, listOf(LinkLine)),
  /** A proposal to offer it: it takes everyone's consent here, and the same from the other circle there. */
  propose: command(
    {
      circle: Ref,
      other: Ref,
      name: Text,
      as: LinkAs.optional(),
      ...terms,
      /** What this circle calls its delegate there. */
      seat: Text.optional(),
      review: Day,
    },
    proposed,
  ),
  /** A proposal to consent to what the other circle offers. */
  accept: command({ circle: Ref, other: Ref, name: Text.optional(), seat: Text.optional(), review: Day }, proposed),
  /** A proposal to end links, which takes only the consent of this circle, and holds at once. */
  end: command({ circle: Ref, others: z.array(Ref).min(1).max(64), reason: Text, review: Day }, proposed),
}

export const trip = {
  /** Objections that go along links, and what came back. */
  list: query({ circle: Ref }, listOf(Trip)),
  /** A proposal to send an objection to a linked circle, or by it to one further on. */
  object: command(
    { circle: Ref, to: Ref, title: Text, reason: Text, concerns: Text.optional(), review: Day },
    proposed,
  ),
  /** Hands an objection that came here to another linked circle. */
  pass: command({ circle: Ref, objection: Ref, to: Ref, reason: Text.optional() }, {}),
  /** A proposal that is this circle's answer. */
  answer: command({ circle: Ref, objection: Ref, title: Text, text: Text, review: Day }, proposed),
}

export const structure = {
  /** The circles that this node is in, and those that they say they are linked with: as far as its person may see. */
  show: query(
    {},
    z.object({
      circles: z.array(z.object({ circle: Id, name: z.string(), isMine: z.boolean(), members: z.int().nullable() })),
      links: z.array(
        z.object({
          from: Id,
          to: Id,
          /** How they belong together; `kin` is told by who is in both. */
          as: z.enum(['beside', 'above', 'below', 'kin']),
          /** As it stands for the first of the two. */
          state: LinkState.nullable(),
          endedBy: z.enum(['here', 'there', 'both']).nullable(),
          sends: Seats,
          receives: Seats,
        }),
      ),
    }),
  ),
}

export const statement = {
  /** What other circles have told this one. */
  list: query(
    { circle: Ref },
    listOf(
      z.object({
        statement: Id,
        kind: z.string(),
        from: Id,
        fromName: z.string(),
        title: z.string(),
        issued: At,
        expires: At,
        toldBy: z.string(),
        at: At,
      }),
    ),
  ),
  /** All that this circle has to say to another, as one text, a statement a line, to be carried by any way. */
  export: command({ circle: Ref, other: Ref }, { text: z.string(), statements: z.int() }),
  /** Writes in what such a text holds for circles that this node is in. */
  import: command({ text: z.string() }, { circles: z.array(Id), told: z.int(), known: z.int() }),
}
