import { z } from 'zod'
import { command, query } from './procedure.ts'
import { At, Id, Ref } from './shapes.ts'

const Exchanged = z.object({
  circle: Id,
  name: z.string(),
  /** Entries that are new here. */
  read: z.number(),
  /** Blocks that are new there, and the bytes written for it. */
  wrote: z.number(),
  bytes: z.number(),
  /** Some of it continues what is on no file there. */
  apart: z.boolean(),
})

/** A folder, mostly on a stick, through which people who never share a network exchange all that is new. */
export const stick = {
  /**
   * Reads what others left there, writes what is new for them. Without `circles`: all of this person's, but those to
   * practise in. `keep`: from now on also by itself, whenever the folder is there while the node runs. `limit`: bytes
   * that all files there may have together.
   */
  sync: command(
    {
      folder: z.string().min(1),
      circles: z.array(Ref).optional(),
      keep: z.boolean().optional(),
      limit: z.number().int().positive().optional(),
    },
    {
      folder: z.string(),
      circles: z.array(Exchanged),
      /** Files that are not as they were written, and files of a newer program. */
      damaged: z.number(),
      newer: z.number(),
      /** What linked circles say, that is new here. */
      told: z.number(),
    },
  ),
  /** Sticks that are put in now, and folders that are kept. */
  list: query(
    {},
    z.object({
      drives: z.array(
        z.object({
          folder: z.string(),
          name: z.string(),
          /** Bytes; null where the system does not say. */
          free: z.number().nullable(),
          /** Somebody has put a circle on it. */
          used: z.boolean(),
        }),
      ),
      kept: z.array(
        z.object({
          folder: z.string(),
          circles: z.array(Id).nullable(),
          there: z.boolean(),
          lastAt: At.nullable(),
          /** The code of a refusal, where the last time failed. */
          problem: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Not by itself any more; what is there stays. */
  forget: command({ folder: z.string().min(1) }, { folder: z.string() }),
}
