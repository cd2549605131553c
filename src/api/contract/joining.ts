import { z } from 'zod'
import { command, query } from './procedure.ts'
import { At, Extent, Id, listOf, Ref } from './shapes.ts'
import { Misunderstood } from './network.ts'
import { CircleReach, InviteState, JoinState, RequestState } from './states.ts'

/** The inviter's side. */
export const invite = {
  /** `invite` is one line of text; `validFor` in seconds. */
  create: command(
    { circle: Ref, validFor: z.number().int().positive().optional() },
    { invite: z.string(), id: z.string(), expires: At, addresses: z.array(z.string()).optional() },
  ),
  revoke: command({ circle: Ref, invite: z.string() }, { state: InviteState }),
  /** Those made here that somebody could still come in with; taken back by their ids. */
  open: query({ circle: Ref }, z.array(z.object({ invite: z.string(), expires: At }))),
  list: query(
    { circle: Ref },
    listOf(
      z.object({
        request: Id,
        /** The id of the invite that they took up: once somebody came in with it, nobody else can. */
        invite: z.string(),
        name: z.string(),
        code: z.string(),
        state: RequestState,
        /** What the circle calls whoever is here already and comes with another device; null for a newcomer. */
        deviceOf: z.string().nullable().optional(),
      }),
    ),
  ),
  /**
   * Takes up a request that was carried here: its text, or a file, or those in a folder. By the same rules as one that came
   * over a network; then the words are compared.
   */
  read: command(
    { text: z.string().optional(), file: z.string().optional() },
    {
      requests: z.array(
        z.object({
          circle: Id,
          circleName: z.string(),
          request: Id,
          name: z.string(),
          code: z.string(),
          state: RequestState,
        }),
      ),
    },
  ),
  /** For whoever was confirmed: a file, with all of the circle, that opens it to them alone. */
  answer: command({ circle: Ref, request: Ref, file: z.string() }, { file: z.string(), bytes: z.number() }),
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
  /** The inviter can be met over the internet, where this person has not let their request be brought yet. */
  needsInternet: z.boolean().optional(),
  /** The inviter may be in the same network, where this person has not let them be looked for yet. */
  needsNetwork: z.boolean().optional(),
}

/** The newcomer's side. */
export const join = {
  /**
   * Keeps and sends the request; returns at once. `carried`: it is carried to the inviter, and nobody is called. `reach`:
   * who may find this device for the circle, from the moment that it is here (`circle.reach`).
   */
  request: command({ invite: z.string(), carried: z.boolean().optional(), reach: CircleReach.optional() }, Request),
  /** The request as a text that is carried: also into a file, in a folder under a name that says nothing. */
  carry: command({ request: Ref, file: z.string().optional() }, { text: z.string(), file: z.string().nullable() }),
  /** Takes up the answer in a file that was carried here, or in a folder. */
  answer: command({ file: z.string() }, Request),
  /** Waits until let in; after `seconds` refuses with `not-joined-yet`. The request is kept either way. */
  wait: command({ request: Ref, seconds: z.number().min(0) }, Request),
  /** Looks again for those whose word is waited for, as a node does that stays; how many they are. */
  resume: command({}, { waiting: z.number() }),
  /** Brings it over the internet too, where this device's address can be seen; and the circle is met there from then on. */
  overInternet: command({ request: Ref }, Request),
  /** Looks for the inviter in the local network, also at another address than the invitation holds; the circle is met there from then on. */
  inNetwork: command({ request: Ref }, Request),
  list: query(
    {},
    z.array(
      z.object({
        ...Request,
        /** The inviter's program and this one do not understand each other. */
        misunderstood: Misunderstood.nullable().optional(),
        refusal: z.string().nullable().optional(),
        /** Once let in, until the circle is here: how much of it is. */
        copy: Extent.nullable(),
      }),
    ),
  ),
  /** `wasLetIn`: the others count on this person until they hear otherwise. */
  cancel: command({ request: Ref }, { state: JoinState, wasLetIn: z.boolean().optional() }),
}
