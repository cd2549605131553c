import { z } from 'zod'
import { Id } from '../event.ts'
import { RoleId } from '../roles/role.ts'
import { Words } from '../words.ts'

/** Whom somebody would see in the role, and why; both null where they pass. */
const Named = { nominee: Id.nullable(), reason: Words.nullable() }

export const selectionEvents = {
  /** Whom it asks is frozen here, as in a round. */
  'selection.opened': z.strictObject({ role: RoleId, electorate: z.array(Id).min(1).max(256) }),
  /** [G2] Written before anyone's is seen: the hash alone (`seal.ts`). */
  'nomination.sealed': z.strictObject({ selection: Id, seal: Id }),
  /** Before all have sealed: whoever has not is heard in the change round. */
  'nominations.opened': z.strictObject({ selection: Id }),
  'nomination.revealed': z.strictObject({ selection: Id, sealed: Id, ...Named, salt: Id }),
  'selection.informed': z.strictObject({ selection: Id, text: Words }),
  'nomination.changed': z.strictObject({ selection: Id, ...Named }),
  'nomination.kept': z.strictObject({ selection: Id }),
  /** No suitable person was found, for now. */
  'selection.ended': z.strictObject({ selection: Id, reason: Words }),
} as const
