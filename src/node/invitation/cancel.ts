import { z } from 'zod'
import { Id } from '../../domain/event.ts'
import { bytesOfHex, verify } from '../../log/crypto.ts'
import type { Chance } from '../chance.ts'
import type { Invite } from './invite.ts'
import { openUnder, sealUnder } from './invite-seal.ts'
import { partsOfSigned, readCanonical, signedText } from './signed-text.ts'

const Content = z.strictObject({ format: z.literal('nst/1 cancel'), request: Id })

/** The joiner's word that they no longer wait, signed by the device that asked. */
export function sealCancel(invite: Invite, request: string, signKey: Uint8Array, chance: Chance): Uint8Array {
  return sealUnder(invite, 'cancel', signedText({ format: 'nst/1 cancel', request }, signKey), chance)
}

/** The request that is cancelled, if the key that made it says so: others who hold the invite cannot. Total. */
export function openCancel(
  invite: Invite,
  sealed: Uint8Array,
  signKeyOf: (request: string) => string | undefined,
): string | undefined {
  const signed = openUnder(invite, 'cancel', sealed)
  if (signed === undefined) return undefined
  const { signature, text } = partsOfSigned(signed)
  const content = readCanonical(text, Content)
  const key = content && signKeyOf(content.request)
  return content && key !== undefined && verify(text, signature, bytesOfHex(key)) ? content.request : undefined
}
