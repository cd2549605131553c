import { z } from 'zod'
import { FileLanguage } from './exports.ts'
import { command, query } from './procedure.ts'
import { At, Id, Ref } from './shapes.ts'

export const ThingKind = z.enum(['decided', 'proposed', 'role', 'circle', 'policy', 'talked'])

/** Of a part of a file, in base64. */
const LONGEST_PART = 512 * 1024

const Thing = z.object({
  key: z.string(),
  kind: ThingKind,
  title: z.string(),
  /** When it was decided or begun there. */
  at: At.nullable(),
  /** It came in before. */
  already: z.boolean(),
})

const reading = { reading: z.string().min(1).max(64) }

/**
 * A file of another program on its way in: its bytes are handed over part by part, then it is looked at, and only what the
 * person takes of it is said in the circle: as noticed, never as consented to.
 */
export const imports = {
  /** Where several are read at once, the oldest is let go. */
  begin: command({ circle: Ref }, { reading: Id }),
  /** Refused with what is wrong where; then the file is let go and nothing has changed. */
  add: command({ ...reading, part: z.base64().max(LONGEST_PART), last: z.boolean() }, { bytes: z.number() }),
  show: query(
    reading,
    z.object({
      circle: Id,
      source: z.enum(['loomio', 'glassfrog', 'holaspirit', 'table']),
      /** What the group is called there. */
      name: z.string().nullable(),
      things: z.array(Thing),
      /** Whom to invite: names alone, that go nowhere. */
      people: z.array(z.string()),
      leftOut: z.record(z.string(), z.number()),
      /** How many can come in at once. */
      limit: z.number(),
    }),
  ),
  /** Lets the file go; nothing has changed. */
  leave: command(reading, { reading: z.string() }),
  /** All of these kinds (of every kind but what was only talked about), or these alone. */
  bring: command(
    {
      ...reading,
      kinds: z.array(ThingKind).optional(),
      only: z.array(z.string()).optional(),
      language: FileLanguage.optional(),
    },
    { circle: Id, drivers: z.array(Id), already: z.number() },
  ),
}
