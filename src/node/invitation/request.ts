import { z } from 'zod'
import { Id } from '../../domain/event.ts'
import { DeviceKeys } from '../../domain/members/events.ts'
import { isPersonName } from '../../domain/members/person-name.ts'
import { attestationProblem } from '../../domain/members/rules.ts'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { bytesOfHex, hash, toHex, verify, verifyText } from '../../log/crypto.ts'
import type { Chance } from '../chance.ts'
import { canBeSealedTo } from './answer.ts'
import { inviteId, type Invite } from './invite.ts'
import { openUnder, sealedByNewer, sealUnder } from './invite-seal.ts'
import { partsOfSigned, readCanonical, signedText } from './signed-text.ts'

/** Who asks to be let in, as it will stand in their admission. */
export const Joiner = z.strictObject({ name: z.string().refine(isPersonName), person: Id, device: DeviceKeys })
export type Joiner = z.infer<typeof Joiner>

const Content = z.strictObject({
  format: z.literal('nst/1 request'),
  invite: Id,
  circle: Id,
  joiner: Joiner,
})

/** `signed` is what the code is made over; `id` in hex. */
export type OpenRequest = { readonly id: string; readonly signed: Uint8Array; readonly joiner: Joiner }

/** `sealed` goes over the wire, the same bytes each time it is sent again. `signKey` is the device's secret key. */
export function sealRequest(
  invite: Invite,
  joiner: Joiner,
  signKey: Uint8Array,
  chance: Chance,
): OpenRequest & { readonly sealed: Uint8Array } {
  const content = { format: 'nst/1 request', invite: inviteId(invite), circle: invite.circle, joiner }
  const signed = signedText(Content.parse(content), signKey)
  return { id: requestId(signed), signed, joiner, sealed: sealUnder(invite, 'request', signed, chance) }
}

/**
 * Total, for bytes from anyone. Refusals: `newer-version`; `malformed` for what was not sealed under this invite or
 * is no request; `bad-signature`; `bad-attestation`.
 */
export function openRequest(invite: Invite, sealed: Uint8Array): Outcome<OpenRequest> {
  if (sealedByNewer(sealed)) return refuse('newer-version')
  const signed = openUnder(invite, 'request', sealed)
  if (signed === undefined) return refuse('malformed')
  const { signature, text } = partsOfSigned(signed)
  const content = readCanonical(text, Content)
  if (content === undefined || content.invite !== inviteId(invite) || content.circle !== invite.circle) {
    return refuse('malformed')
  }
  const { joiner } = content
  if (!verify(text, signature, bytesOfHex(joiner.device.sign))) return refuse('bad-signature')
  const problem = attestationProblem(joiner.person, invite.circle, joiner.device, verifyText)
  if (problem !== null) return { ok: false, refusal: problem }
  if (!canBeSealedTo(joiner.device.box)) return refuse('malformed')
  return accept({ id: requestId(signed), signed, joiner })
}

function requestId(signed: Uint8Array): string {
  return toHex(hash(Buffer.from('nst/1 request id'), partsOfSigned(signed).text))
}
