import { z } from 'zod'
import { command, query } from './procedure.ts'
import { At, Extent, Id, listOf, Ref } from './shapes.ts'
import { InviteState, JoinState, RequestState } from './states.ts'

/** The inviter's side. */
export const invite = {
  /** `invite` is one line of text; `validFor` in seconds. */
  create: command(
    { circle: Ref, validFor: z.number().int().positive().optional() },
    { invite: z.string(), expires: At, addresses: z.array(z.string()).optional() },
  ),
  revoke: command({ circle: Ref, invite: z.string() }, { state: InviteState }),
  list: query(
    { circle: Ref },
    listOf(
      z.object({
        request: Id,
        name: z.string(),
        code: z.string(),
        state: RequestState,
        /** What the circle calls whoever is here already and comes with another device; null for a newcomer. */
        deviceOf: z.string().nullable().optional(),
      }),
    ),
  ),
  /** `code`: the words the newcomer read out; refused with `wrong-code` where they differ. */
  confirm: command(
    { circle: Ref, request: Ref, code: z.string().optional() },
    { person: Id, deviceOf: z.string().nullable().optional() },
  ),
}

const Request = {
  request: Id,
  circle: Id,
  /** Five words, the same on both screens. */
  code: z.string(),
  state: JoinState,
  /** As far as is known: whether this person was in the circle before, so that only a device is new. */
  isBack: z.boolean().optional(),
}

/** The newcomer's side. */
export const join = {
  /** Keeps and sends the request; returns at once. */
  request: command({ invite: z.string() }, Request),
  /** Waits until let in; after `seconds` refuses with `not-joined-yet`. The request is kept either way. */
  wait: command({ request: Ref, seconds: z.number().min(0) }, Request),
  /** Looks again for those whose word is waited for, as a node does that stays; how many they are. */
  resume: command({}, { waiting: z.number() }),
  list: query(
    {},
    z.array(
      z.object({
        ...Request,
        refusal: z.string().nullable().optional(),
        /** Once let in, until the circle is here: how much of it is. */
        copy: Extent.nullable(),
      }),
    ),
  ),
  cancel: command({ request: Ref }, { state: JoinState }),
}
