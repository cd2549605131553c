import { z } from 'zod'
import { Id } from '../event.ts'

/** 32 bytes for the new key and 32 for the key of each parent, sealed to one device: in hex. */
const Box = z.string().regex(/^(?:[0-9a-f]{2}){112,560}$/)

/** 32 bytes, sealed to one device: in hex. */
const KeyBox = z.string().regex(/^[0-9a-f]{160}$/)

export const epochEvents = {
  /** From here on words are sealed with another key. */
  'epoch.opened': z.strictObject({
    epoch: Id,
    parents: z.array(Id).min(1).max(16),
    /** One for each device that its past entitles, in the order of their keys, and for nobody else. */
    boxes: z.array(z.strictObject({ device: Id, box: Box })).max(256),
  }),
  /** The box of an epoch for its author's device does not open, nor do these that were given since. */
  'key.missing': z.strictObject({ epoch: Id, bad: z.array(Id).max(256) }),
  /** The key of an epoch, for a device that said so. */
  'key.given': z.strictObject({ epoch: Id, device: Id, box: KeyBox }),
} as const
