import { z } from 'zod'
import { Id } from '../event.ts'

/** 32 bytes for the new key and 32 for the key of each parent, sealed to one device: in hex. */
const Box = z.string().regex(/^(?:[0-9a-f]{2}){112,560}$/)

export const epochEvents = {
  /** From here on words are sealed with another key. */
  'epoch.opened': z.strictObject({
    epoch: Id,
    parents: z.array(Id).min(1).max(16),
    /** One for each device that its past entitles, in the order of their keys, and for nobody else. */
    boxes: z.array(z.strictObject({ device: Id, box: Box })).max(256),
  }),
} as const
