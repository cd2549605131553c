import { z } from 'zod'
import { Id } from '../event.ts'
import { AnswersEffect, LinkEffect, ObjectsEffect, UnlinkEffect } from '../links/effects.ts'
import { PlanEffect } from '../reviews/plan.ts'
import { RoleEffect, SeatEffect } from '../roles/role.ts'
import {
  AdoptsEffect,
  HelpingCircleEffect,
  KeeperEffect,
  RelayEffect,
  StateEffect,
  SubCircleEffect,
} from '../standing/effects.ts'
import { Way } from '../ways/way.ts'
import { Name, Words } from '../words.ts'

/**
 * What comes into force with a proposal's words, besides the words: nothing else in a circle changes by itself. One
 * effect a proposal, the same in all its versions where it decides the slot (see `slots.ts`).
 */
export const Effect = z.discriminatedUnion('kind', [
  /** [M4] The guest whom this agreement admits as a member with consent rights. */
  z.strictObject({ kind: z.literal('admit'), person: Id }),
  /** [M9] The circle goes on without this person: everyone else consents. */
  z.strictObject({ kind: z.literal('remove'), person: Id }),
  /** [M10] The person is not asked until they speak again: everyone else consents. */
  z.strictObject({ kind: z.literal('rest'), person: Id }),
  /** [M13] The person goes on with this device, after one of theirs went on in two ways: everyone else consents. */
  z.strictObject({ kind: z.literal('rekey'), person: Id, device: Id }),
  /** [C2] The circle's own name, aim and domain from now on. */
  z.strictObject({ kind: z.literal('purpose'), name: Name, aim: Words, domain: Words.nullable() }),
  /** [W1] One of the circle's own ways, instead of the one that holds everywhere. */
  z.strictObject({ kind: z.literal('way'), way: Way }),
  /** [T8] The text that stands as the minutes of a meeting. */
  z.strictObject({ kind: z.literal('minutes'), meeting: Id, minutes: Id }),
  /** [H1] What a role is. */
  RoleEffect,
  /** [H2] Who holds it. */
  SeatEffect,
  /** [Y3] What came out of looking at how somebody holds it. */
  PlanEffect,
  StateEffect,
  HelpingCircleEffect,
  SubCircleEffect,
  AdoptsEffect,
  KeeperEffect,
  RelayEffect,
  LinkEffect,
  UnlinkEffect,
  ObjectsEffect,
  AnswersEffect,
  /** What it changes ends, and nothing takes its place. */
  z.strictObject({ kind: z.literal('end') }),
])
export type Effect = z.infer<typeof Effect>
export type EffectOf<K extends Effect['kind']> = Extract<Effect, { readonly kind: K }>
