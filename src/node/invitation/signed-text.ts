import type { z } from 'zod'
import { decodeCanonical, encodeCanonical } from '../../domain/canonical.ts'
import { sign, SIGNATURE_SIZE } from '../../log/crypto.ts'

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Signature (64 bytes) ‖ canonical text in UTF-8: the form of an event, so that one habit serves both. */
export function signedText(content: unknown, secretKey: Uint8Array): Uint8Array {
  const text = Buffer.from(encodeCanonical(content), 'utf8')
  return Buffer.concat([sign(text, secretKey), text])
}

/** The parts of it; says nothing yet about whether the signature holds. */
export function partsOfSigned(signed: Uint8Array): { readonly signature: Uint8Array; readonly text: Uint8Array } {
  return { signature: signed.subarray(0, SIGNATURE_SIZE), text: signed.subarray(SIGNATURE_SIZE) }
}

/** What canonical bytes hold, if it has the shape; `undefined` for anything else. Total. */
export function readCanonical<T>(bytes: Uint8Array, schema: z.ZodType<T>): T | undefined {
  try {
    const content = schema.safeParse(decodeCanonical(strictUtf8.decode(bytes)))
    return content.success ? content.data : undefined
  } catch {
    return undefined
  }
}
