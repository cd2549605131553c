import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { RefusalCode } from '../../domain/refusal.ts'

/** What every "no" carries to a client; a code this client does not know yet passes through. */
export const RefusalData = z.object({
  code: z.custom<RefusalCode>((code) => typeof code === 'string'),
  about: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).optional(),
})

/** Something the circle came to since this person last looked; sent along with the answer to a command. */
export const Notice = z.object({
  kind: z.enum(['agreed', 'contested']),
  circle: z.string(),
  agreement: z.string(),
  title: z.string(),
})
export type Notice = z.infer<typeof Notice>

const refusing = { REFUSED: { data: RefusalData } }

/** A question without side effects; the server makes a live twin of it by itself. Inputs are strict: a typo is an error. */
export function query<I extends z.ZodRawShape, O extends z.ZodType>(input: I, output: O) {
  const procedure = oc.$meta<{ kind: 'query' }>({ kind: 'query' }).errors(refusing)
  return procedure.input(z.strictObject(input)).output(output)
}

/** Something a person does. `asOf` is what they were looking at when they decided; `meanwhile` what they had not seen yet. */
export function command<I extends z.ZodRawShape, O extends z.ZodRawShape>(input: I, output: O) {
  const procedure = oc.$meta<{ kind: 'command' }>({ kind: 'command' }).errors(refusing)
  return procedure
    .input(z.strictObject({ ...input, asOf: z.string().optional() }))
    .output(z.object({ ...output, meanwhile: z.array(Notice).optional() }))
}
