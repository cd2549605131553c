import { z } from 'zod'
import { command, query } from './procedure.ts'
import { Day, Id, listOf, Ref, Text } from './shapes.ts'
import { BacklogKind } from './states.ts'

const Item = z.object({
  item: z.string(),
  kind: BacklogKind,
  /** The driver, proposal, agreement or whatever else it is about. */
  about: Id,
  title: z.string().optional(),
  /** Whose words its title is, where it is what somebody noticed, or their reason, and not what a thing is called. */
  person: Id.optional(),
  due: Day.nullable().optional(),
  /** Who looks after it: by what was noted, else by what it is about. */
  owner: Id.nullable().optional(),
  ownerName: z.string().nullable().optional(),
  /** How much of a meeting it wants. */
  minutes: z.number().nullable().optional(),
  next: z.string().nullable().optional(),
  /** Whose words `next` is. */
  nextBy: Id.optional(),
  /** The proposal that is under way for it already. */
  proposal: Id.nullable().optional(),
})

export const backlog = {
  /** In the circle's order; `kind` leaves out the others. */
  list: query({ circle: Ref, kind: BacklogKind.optional() }, listOf(Item)),
  /** Puts an item under another, or (null) on top. */
  place: command({ circle: Ref, item: Ref, under: Ref.nullable() }, { item: z.string() }),
  /** Null takes a note away. */
  note: command(
    {
      circle: Ref,
      item: Ref,
      owner: Ref.nullable().optional(),
      minutes: z.number().nullable().optional(),
      next: Text.nullable().optional(),
    },
    { item: z.string() },
  ),
}
