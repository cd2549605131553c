import { encodeCanonical } from '../../src/domain/canonical.ts'
import type { Signed } from '../../src/domain/certificates/certificate.ts'
import type { CircleEvent, EventContent, VerifyText } from '../../src/domain/event.ts'
import type { Body } from '../../src/domain/events.ts'
import { attestationText } from '../../src/domain/members/attestation.ts'
import type { DeviceKeys } from '../../src/domain/members/events.ts'
import {
  boxPair,
  hash,
  hashText,
  signingPair,
  signText,
  toHex,
  verifyText,
  type KeyPair,
} from '../../src/log/crypto.ts'

const MOST_KEPT = 4_096
const foundGood = new Set<string>()

/** As a device remembers: the folds of many people look at the same signatures again and again. */
const verify: VerifyText = (text, signature, publicKey) => {
  const name = `${publicKey}${signature}${text}`
  if (foundGood.has(name)) return true
  const isGood = verifyText(text, signature, publicKey)
  if (foundGood.size >= MOST_KEPT) foundGood.clear()
  if (isGood) foundGood.add(name)
  return isGood
}

export const tools = { hash: hashText, verify }

/** 32 bytes, the same for the same name in each run. */
export const seed = (name: string) => hash(Buffer.from(name, 'utf8'))

/** A person's keys in one circle, and those of one device of theirs; the same for the same names in each run. */
export interface Keys {
  readonly person: KeyPair
  readonly sign: KeyPair
  readonly box: string
  readonly writer: string
}

export function keysOf(name: string, device = 'laptop'): Keys {
  return {
    person: signingPair(seed(`${name} person`)),
    sign: signingPair(seed(`${name} ${device} sign`)),
    box: toHex(boxPair(seed(`${name} ${device} box`)).publicKey),
    writer: toHex(signingPair(seed(`${name} ${device} writer`)).publicKey),
  }
}

/** A device as an admission names it, attested and accepted. */
export function attested({ person, sign, box, writer }: Keys, salt: string): DeviceKeys {
  const keys = { sign: toHex(sign.publicKey), box, writer }
  const text = attestationText({ salt, person: toHex(person.publicKey), ...keys })
  return {
    ...keys,
    attestation: signText(text, person.secretKey),
    acceptance: signText(text, sign.secretKey),
  }
}

export type Said = Signed & { readonly known: CircleEvent }

/** Signs a content as it is, however wrong. */
export function signed(content: EventContent, keys: Keys, writer = keys.writer): Said {
  const text = encodeCanonical(content)
  const id = hashText(text)
  return { event: content, signature: signText(text, keys.sign.secretKey), known: { ...content, id, writer } }
}

/** The same person's other device, as the one who lets it in says it. */
export function deviceOf(keys: Keys, circle: string): Body<'device.admitted'> {
  return { person: toHex(keys.person.publicKey), device: attested(keys, circle), request: null }
}

export function admissionOf(name: string, keys: Keys, circle: string): Body<'member.admitted'> {
  return { person: toHex(keys.person.publicKey), name, device: attested(keys, circle), request: null }
}
