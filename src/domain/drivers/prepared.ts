import { z } from 'zod'
import { StandardRole } from '../roles/role.ts'
import { Name, Words } from '../words.ts'

/**
 * [N5] A proposal that somebody prepared, such as what another program held: what a form is filled with, and nothing else.
 * Nobody presented it and nobody consented to it.
 */
export const Prepared = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('agreement'), title: Name, text: Words }),
  z.strictObject({
    as: z.literal('role'),
    standard: StandardRole.nullable(),
    name: Name,
    aim: Words.nullable(),
    domain: Words.nullable(),
    accountabilities: z.array(Words).max(64),
    qualities: z.array(Words).max(64),
    months: z.int().min(1).max(120).nullable(),
  }),
  z.strictObject({ as: z.literal('sub-circle'), name: Name, aim: Words.nullable(), domain: Words.nullable() }),
])
export type Prepared = z.infer<typeof Prepared>
