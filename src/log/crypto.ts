import sodium from 'sodium-native'

/**
 * Every primitive we use, over libsodium, with plain buffers: sodium_malloc fails under low memory-lock limits.
 * Sizes in bytes. What opens or verifies is total and answers `undefined` or `false`; the rest throws on a wrong size.
 */
export type KeyPair = { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array }

export const KEY_SIZE = 32
export const SIGNATURE_SIZE = 64
export const NONCE_SIZE = 24
/** What a sealed text is longer by. */
export const SEAL_OVERHEAD = 16
export const BOX_SEAL_OVERHEAD = 48

const ARGON_MEMORY = 64 * 1024 * 1024
const ARGON_PASSES = 3
const HEX = /^(?:[0-9a-f]{2})*$/

export const toHex = (bytes: Uint8Array): string => asBuffer(bytes).toString('hex')

/** The bytes of lower-case hex, of `size` bytes where given; `undefined` for anything else. */
export function fromHex(hex: string, size?: number): Uint8Array | undefined {
  if (typeof hex !== 'string' || !HEX.test(hex) || (size !== undefined && hex.length !== size * 2)) return undefined
  return Buffer.from(hex, 'hex')
}

/** For hex that our own schemas have already checked; throws otherwise. */
export function bytesOfHex(hex: string, size = KEY_SIZE): Uint8Array {
  const bytes = fromHex(hex, size)
  if (bytes === undefined) throw new TypeError(`not ${size} bytes of hex`)
  return bytes
}

export function hash(...parts: readonly Uint8Array[]): Uint8Array {
  const digest = Buffer.allocUnsafe(32)
  sodium.crypto_generichash(digest, parts.length === 1 ? parts[0]! : Buffer.concat(parts))
  return digest
}

/** BLAKE2b-256 of the UTF-8 of `text`, in hex: what the domain gets as `HashText`. */
export function hashText(text: string): string {
  sodium.crypto_generichash(TEXT_DIGEST, Buffer.from(text, 'utf8'))
  return TEXT_DIGEST.toString('hex')
}
/** Taken anew for each text, it cost a fourth of its hash. */
const TEXT_DIGEST = Buffer.alloc(32)

/** Ed25519. From a 32-byte seed it is the same pair each time. */
export function signingPair(seed?: Uint8Array): KeyPair {
  const [publicKey, secretKey] = [Buffer.alloc(32), Buffer.alloc(64)]
  if (seed === undefined) sodium.crypto_sign_keypair(publicKey, secretKey)
  else sodium.crypto_sign_seed_keypair(publicKey, secretKey, seed)
  return { publicKey, secretKey }
}

/** X25519, for `boxSeal`. From a 32-byte seed it is the same pair each time. */
export function boxPair(seed?: Uint8Array): KeyPair {
  const [publicKey, secretKey] = [Buffer.alloc(32), Buffer.alloc(32)]
  if (seed === undefined) sodium.crypto_box_keypair(publicKey, secretKey)
  else sodium.crypto_box_seed_keypair(publicKey, secretKey, seed)
  return { publicKey, secretKey }
}

export function sign(message: Uint8Array, secretKey: Uint8Array): Uint8Array {
  const signature = Buffer.alloc(SIGNATURE_SIZE)
  sodium.crypto_sign_detached(signature, message, secretKey)
  return signature
}

export function verify(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.byteLength !== SIGNATURE_SIZE || publicKey.byteLength !== KEY_SIZE) return false
  return sodium.crypto_sign_verify_detached(signature, message, publicKey)
}

export const signText = (text: string, secretKey: Uint8Array): string =>
  toHex(sign(Buffer.from(text, 'utf8'), secretKey))

/** What the domain gets as `VerifyText`. */
export function verifyText(text: string, signature: string, publicKey: string): boolean {
  const [signatureBytes, key] = [fromHex(signature, SIGNATURE_SIZE), fromHex(publicKey, KEY_SIZE)]
  if (typeof text !== 'string' || signatureBytes === undefined || key === undefined) return false
  return verify(Buffer.from(text, 'utf8'), signatureBytes, key)
}

/** XChaCha20-Poly1305. The nonce (24 bytes) may never serve twice under one key: take it at random. */
export function seal(
  message: Uint8Array,
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array | null = null,
): Uint8Array {
  const box = Buffer.alloc(message.byteLength + SEAL_OVERHEAD)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(box, message, associated, null, nonce, key)
  return box
}

export function open(
  box: Uint8Array,
  key: Uint8Array,
  nonce: Uint8Array,
  associated: Uint8Array | null = null,
): Uint8Array | undefined {
  if (box.byteLength < SEAL_OVERHEAD || nonce.byteLength !== NONCE_SIZE || key.byteLength !== KEY_SIZE) return undefined
  const message = Buffer.allocUnsafe(box.byteLength - SEAL_OVERHEAD)
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(message, null, box, associated, nonce, key)
    return message
  } catch {
    return undefined
  }
}

/** Seals to a box key so that only its holder opens it; it does not say who sealed it. */
export function boxSeal(message: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const box = Buffer.alloc(message.byteLength + BOX_SEAL_OVERHEAD)
  sodium.crypto_box_seal(box, message, publicKey)
  return box
}

export function boxOpen(box: Uint8Array, pair: KeyPair): Uint8Array | undefined {
  if (box.byteLength < BOX_SEAL_OVERHEAD) return undefined
  const message = Buffer.alloc(box.byteLength - BOX_SEAL_OVERHEAD)
  return sodium.crypto_box_seal_open(message, box, pair.publicKey, pair.secretKey) ? message : undefined
}

/** X25519: what two who hold a secret key each and know the other's public one have in common; undefined for no such key. */
export function sharedSecret(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array | undefined {
  if (secretKey.byteLength !== KEY_SIZE || publicKey.byteLength !== KEY_SIZE) return undefined
  const shared = Buffer.alloc(KEY_SIZE)
  try {
    sodium.crypto_scalarmult(shared, secretKey, publicKey)
    return shared
  } catch {
    // A point of a small order: whoever named it holds no half of it.
    return undefined
  }
}

/** Argon2id, 64 MiB and 3 passes, on a worker thread. `salt` is 16 bytes. */
export async function stretch(secret: Uint8Array, salt: Uint8Array, size = 32): Promise<Uint8Array> {
  const output = Buffer.alloc(size)
  const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13
  await sodium.crypto_pwhash_async(output, secret, salt, ARGON_PASSES, ARGON_MEMORY, algorithm)
  return output
}

/** A 32-byte key for one purpose: keyed BLAKE2b over the context's name and the salt. `root` is 32 bytes. */
export function deriveKey(root: Uint8Array, context: string, salt: Uint8Array | string = ''): Uint8Array {
  const name = Buffer.from(context, 'utf8')
  if (root.byteLength !== KEY_SIZE || name.byteLength > 255) throw new TypeError('root or context of a wrong size')
  const key = Buffer.alloc(KEY_SIZE)
  // The name's length goes first, so that no name and salt can be cut in two ways.
  sodium.crypto_generichash(key, Buffer.concat([Buffer.from([name.byteLength]), name, bytesOf(salt)]), root)
  return key
}

/** From the system. Whatever must be repeatable gets its chance passed in instead. */
export function randomBytes(size: number): Uint8Array {
  const bytes = Buffer.alloc(size)
  sodium.randombytes_buf(bytes)
  return bytes
}

/** Takes as long for a near miss as for a far one. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && (a.byteLength === 0 || sodium.sodium_memcmp(a, b))

const bytesOf = (value: Uint8Array | string): Uint8Array =>
  typeof value === 'string' ? Buffer.from(value, 'utf8') : value

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
