import { z } from 'zod'
import { Id, Signature } from '../event.ts'
import { Name, Words } from '../words.ts'

/** A person's device as the circle knows it: attested by the person's key, and accepted by the device's own. */
export const DeviceKeys = z.strictObject({
  sign: Id,
  box: Id,
  writer: Id,
  attestation: Signature,
  acceptance: Signature,
})
export type DeviceKeys = z.infer<typeof DeviceKeys>

export const memberEvents = {
  'circle.created': z.strictObject({
    name: Name,
    aim: Words,
    domain: Words.nullable(),
    /** [C1] Played for practice: it stands in the circle's id, and nobody can take it back. */
    practice: z.boolean(),
    /** 32 random bytes: what the founder's key for this circle is derived from. */
    nonce: Id,
    epoch: Id,
    /** [C9] Where a fork of another circle founds this one: which, and the newest that its founder knew there. */
    forkOf: z.strictObject({ circle: Id, at: z.array(Id).max(256) }).optional(),
    person: Id,
    personName: Name,
    device: DeviceKeys,
  }),
  'member.admitted': z.strictObject({ person: Id, name: Name, device: DeviceKeys, request: Id.nullable() }),
  /** Another device of somebody who is here already. */
  'device.admitted': z.strictObject({ person: Id, device: DeviceKeys, request: Id.nullable() }),
  /** One of the author's own devices is gone: what its author has heard of it by now stands (D3 row 12). */
  'device.revoked': z.strictObject({ device: Id }),
  /** [V6] The device that says this is another person's: its author came without one, with a key of their own on it. */
  'device.borrowed': z.strictObject({ from: Id }),
  /** [M12] What its author is called here from now on. */
  'member.renamed': z.strictObject({ name: Name }),
  'member.on-leave': z.strictObject({}),
  'member.returned': z.strictObject({}),
  'member.left': z.strictObject({}),
} as const
