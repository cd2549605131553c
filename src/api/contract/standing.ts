import { z } from 'zod'
import type { Way } from '../../domain/ways/way.ts'
import { command, query } from './procedure.ts'
import { AsOf, At, Day, Id, listOf, Ref, Text } from './shapes.ts'
import { AgreementState, HelpingState, LinkState } from './states.ts'

const proposed = { proposal: Id, version: Id }

const helpingLine = {
  /** The agreement that gives it its task. */
  helping: Id,
  name: z.string(),
  state: HelpingState,
  due: Day,
  members: z.array(z.object({ person: Id, name: z.string() })),
}
const Note = z.object({ event: Id, person: Id, name: z.string(), text: z.string(), at: At })

export const helpingCircle = {
  list: query({ circle: Ref }, listOf(z.object(helpingLine))),
  show: query(
    { helping: Ref },
    z.object({
      ...helpingLine,
      circle: Id,
      mandate: z.string(),
      notes: z.array(Note),
      reports: z.array(Note),
      /** Proposals that were handed to it and that nobody took up again. */
      handed: z.array(z.object({ proposal: Id, title: z.string(), reason: z.string() })),
      asOf: AsOf,
    }),
  ),
  /** A proposal that gives the task: it takes everyone's consent. */
  propose: command(
    { circle: Ref, name: Text, mandate: Text, members: z.array(Ref).min(1), due: Day, review: Day },
    proposed,
  ),
  note: command({ helping: Ref, text: Text }, { note: Id }),
  report: command({ helping: Ref, text: Text }, { report: Id }),
  dissolve: command({ helping: Ref, reason: Text.optional() }, { state: HelpingState }),
}

const Kin = z.object({
  /** Null for a sub-circle that was agreed and that nobody founded yet. */
  circle: Id.nullable(),
  name: z.string(),
  as: z.enum(['parent', 'sub-circle']),
  /** The agreement here, of a sub-circle, and how it stands. */
  agreement: Id.nullable(),
  state: AgreementState.nullable(),
  /** Who told that they belong together; null while nobody has. */
  toldBy: z.string().nullable(),
  /** Who is to found it. */
  founder: Id.nullable(),
  /** How the two stand where both have consented to a link as broader and narrower circle; null where they have not. */
  link: LinkState.nullable(),
  /** Whether this node is in it. */
  isHere: z.boolean(),
})

export const subCircle = {
  /** What this circle is part of, and what is part of it: as its agreements say, and those who belong to both. */
  list: query({ circle: Ref }, listOf(Kin)),
  propose: command(
    { circle: Ref, name: Text, aim: Text, domain: Text.optional(), founder: Ref, review: Day },
    proposed,
  ),
  /** A circle that formed alone, by the id that somebody of it tells. */
  adopt: command({ circle: Ref, other: Ref, name: Text, review: Day }, proposed),
  /** Founds what was agreed, as a circle of its own with nobody in it but the founder, and tells both of each other. */
  found: command({ agreement: Ref }, { circle: Id }),
  /** Tells both circles of each other, by somebody who belongs to both, as the agreement says. */
  introduce: command({ agreement: Ref }, {}),
  tell: command({ circle: Ref, other: Ref, as: z.enum(['parent', 'sub-circle', 'nothing']), name: Text }, {}),
}

export const WayRule = z.enum([
  'terms',
  'absentee',
  'lazy',
  'qualifying',
  'spoken-words',
  'representatives',
  'mirror',
  'mutual-removal',
])
export type WayRule = z.infer<typeof WayRule>
const WayShape = z.custom<Way>((value) => typeof value === 'object' && value !== null)

export const way = {
  /** Every way that the program knows, and what the circle agreed on it; null where the default holds. */
  list: query(
    { circle: Ref },
    listOf(z.object({ rule: WayRule, way: WayShape.nullable(), agreement: Id.nullable(), proposal: Id.nullable() })),
  ),
  /** A proposal to make it so. */
  propose: command({ circle: Ref, way: WayShape, title: Text, text: Text, review: Day }, proposed),
}
