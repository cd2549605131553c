import { z } from 'zod'
import { command, query } from './procedure.ts'

/** Why an update file is not taken; or `good`. */
export const UpdateVerdict = z.enum([
  'good',
  'no-keys',
  'not-an-update',
  'not-signed',
  'damaged',
  'for-another',
  'not-newer',
])

const Update = {
  version: z.string(),
  platform: z.string(),
  arch: z.string(),
  /** The installer in it, and how large it is. */
  file: z.string(),
  size: z.number(),
}
/** An update file on this computer; left out, what the window brought in. */
const File = { file: z.string().min(1).optional() }

/** New versions of the program: given as signed files, by hand or from people of one's circles. None is looked for. */
export const update = {
  /** What is known without asking anybody. */
  list: query(
    {},
    z.object({
      /** This program; and how many of how many people must have signed an update of it: none of none can check any. */
      version: z.string(),
      keys: z.number(),
      threshold: z.number(),
      /** What people who are there now offer. */
      offers: z.array(z.object({ ...Update, verdict: UpdateVerdict, from: z.array(z.string()) })),
      /** What this person offers. */
      offered: z.object(Update).nullable(),
    }),
  ),
  /** Reads the whole file. `update`: what it says that it is, null where that cannot be read or was not signed. */
  verify: query(
    File,
    z.object({
      verdict: UpdateVerdict,
      signers: z.number(),
      threshold: z.number(),
      update: z.object(Update).nullable(),
    }),
  ),
  /** A file that the window has, block by block in base64, the first at 0. It is kept until another comes. */
  bring: command({ at: z.int().min(0), block: z.string().max(700_000) }, { size: z.number() }),
  /** People of one's circles who meet this node may have it from now on; null: no more; left out: what was brought. */
  offer: command({ file: z.string().min(1).nullable().optional() }, { offered: z.object(Update).nullable() }),
  /** Gets what somebody offers. */
  fetch: command({ version: z.string() }, { file: z.string() }),
  /** Takes the installer out of a file that is sound, newer and for this computer. It is not begun. */
  prepare: command(File, { installer: z.string(), version: z.string() }),
}
