import sodium from 'sodium-native'

/**
 * A circle, or what is new in it, in one file. Numbers are little-endian.
 *
 *   magic 8 · version u16 · nonce 24 · tag 16 · check 16 (BLAKE2b of the 50 bytes before it; so far the same in all versions)
 *   sealed under the circle's key, chunk by chunk (sealed-stream.ts):
 *     circle 32 · author 32 (the key of its device's own log) · cores u32
 *     for each core: key 32 · from u32 · to u32                       what is in here, before any of it is
 *     packed (packed-stream.ts), for each core of which there is something:
 *       manifest u16 + bytes · signature u16 + bytes · before u8 × node · behind u8 × node
 *       (to - from) × (u32 + bytes)                                   blocks; the highest bit: as it lies in the log
 *     zeros up to a size that many files have
 *   BLAKE2b-256 of everything before it
 *
 * node: index u64 · size u64 · hash 32. The Merkle tree is not carried: who has all blocks can compute it. `before` are the
 * roots of the tree up to `from`; `behind` covers what the signature speaks of after `to`. The log's own encryption is taken
 * off the blocks, since the file is sealed for the same people; the seal of what is said in them stays. The tag tells those
 * who have the circle's key that it is theirs, and nobody else; the hashes of the file tell damage; that a block is the
 * writer's is told by the writer's signature alone.
 */
export const VERSION = 2
export const KEY_SIZE = 32
export const DIGEST_SIZE = 32
export const NONCE_SIZE = 24
export const PREFIX_SIZE = 66
export const COUNT_SIZE = 4
export const NODE_SIZE = 48
/** Key, from, to. */
export const PIECE_SIZE = 40
export const MOST_MANIFEST_BYTES = 4_096
export const MOST_SIGNATURE_BYTES = 4_096
/** What Hypercore itself takes for one block. */
export const MOST_BLOCK_BYTES = 15 * 1024 * 1024
/** On a block's size: it lies here as in the log, with the log's own encryption. */
export const AS_IT_IS = 0x80_00_00_00
/** Of what continues a log, its blocks are held in memory until they are proved; more of it is carried from its start. */
export const MOST_CONTINUED_BYTES = 32 * 1024 * 1024

const MAGIC = Buffer.from('nst\0bndl', 'latin1')
const NONCE_AT = MAGIC.length + 2
const TAG_AT = NONCE_AT + NONCE_SIZE
const CHECK_AT = TAG_AT + 16
const SMALLEST = 4_096

/** Takes the log's own encryption off a block and puts it on again; `undefined` where it goes as it is. */
export type BlockCipher = {
  open(raw: Uint8Array, index: number): Uint8Array | undefined
  seal(content: Uint8Array, index: number): Uint8Array
}
/** For each log, by its key. */
export type Ciphers = (core: Uint8Array) => BlockCipher

export type TreeNode = { readonly index: number; readonly size: number; readonly hash: Uint8Array }
export type Prefix = { readonly version: number; readonly nonce: Buffer; readonly tag: Buffer; readonly bytes: Buffer }
/** Blocks of one log, `from` up to but without `to`; nothing of it where they are the same: whoever wrote that has `to`. */
export type Piece = { readonly key: Uint8Array; readonly from: number; readonly to: number }

/** What a circle's key makes for one file: with what it is sealed, and how its members recognise it. */
export function fileKeys(circleKey: Uint8Array, nonce: Uint8Array): { readonly key: Buffer; readonly tag: Buffer } {
  const [key, tag] = [Buffer.alloc(KEY_SIZE), Buffer.alloc(CHECK_AT - TAG_AT)]
  sodium.crypto_generichash(key, Buffer.concat([Buffer.from('nst/2 bundle key'), nonce]), circleKey)
  sodium.crypto_generichash(tag, Buffer.concat([Buffer.from('nst/2 bundle tag'), nonce]), circleKey)
  return { key, tag }
}

export function encodePrefix(nonce: Uint8Array, tag: Uint8Array, version = VERSION): Buffer {
  const prefix = Buffer.alloc(PREFIX_SIZE)
  MAGIC.copy(prefix)
  prefix.writeUInt16LE(version, MAGIC.length)
  prefix.set(nonce, NONCE_AT)
  prefix.set(tag, TAG_AT)
  prefix.set(checkOf(prefix), CHECK_AT)
  return prefix
}

/** `undefined` where it is not ours, `damaged` where it was. */
export function decodePrefix(bytes: Buffer): Prefix | 'damaged' | undefined {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  if (bytes.length < PREFIX_SIZE || !checkOf(bytes).equals(bytes.subarray(CHECK_AT, PREFIX_SIZE))) return 'damaged'
  return {
    version: bytes.readUInt16LE(MAGIC.length),
    nonce: Buffer.from(bytes.subarray(NONCE_AT, TAG_AT)),
    tag: Buffer.from(bytes.subarray(TAG_AT, CHECK_AT)),
    bytes: Buffer.from(bytes.subarray(0, PREFIX_SIZE)),
  }
}

/** The next of the sizes that files have: each at most a sixteenth above the one before, so that few say how much was said. */
export function paddedSize(size: number): number {
  const unit = Math.max(SMALLEST / 16, 2 ** (Math.floor(Math.log2(Math.max(size, 1))) - 4))
  return Math.max(SMALLEST, Math.ceil(size / unit) * unit)
}

export function encodePiece({ key, from, to }: Piece): Buffer {
  return Buffer.concat([key, uint(from, 4), uint(to, 4)])
}

export const decodePiece = (bytes: Buffer): Piece => ({
  key: Buffer.from(bytes.subarray(0, KEY_SIZE)),
  from: bytes.readUInt32LE(KEY_SIZE),
  to: bytes.readUInt32LE(KEY_SIZE + 4),
})

export function encodeNode({ index, size, hash }: TreeNode): Buffer {
  const node = Buffer.alloc(NODE_SIZE)
  node.writeBigUInt64LE(BigInt(index), 0)
  node.writeBigUInt64LE(BigInt(size), 8)
  node.set(hash, 16)
  return node
}

export const decodeNode = (bytes: Buffer): TreeNode => ({
  index: Number(bytes.readBigUInt64LE(0)),
  size: Number(bytes.readBigUInt64LE(8)),
  hash: Buffer.from(bytes.subarray(16, NODE_SIZE)),
})

export function uint(value: number, size: 1 | 2 | 4): Buffer {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntLE(value, 0, size)
  return bytes
}

/** BLAKE2b-256, piece by piece. */
export function createDigest() {
  const state = Buffer.alloc(sodium.crypto_generichash_STATEBYTES)
  sodium.crypto_generichash_init(state, null, DIGEST_SIZE)
  return {
    update: (bytes: Uint8Array): void => sodium.crypto_generichash_update(state, bytes),
    final(): Buffer {
      const digest = Buffer.alloc(DIGEST_SIZE)
      sodium.crypto_generichash_final(state, digest)
      return digest
    },
  }
}

function checkOf(prefix: Buffer): Buffer {
  const check = Buffer.alloc(PREFIX_SIZE - CHECK_AT)
  sodium.crypto_generichash(check, prefix.subarray(0, CHECK_AT))
  return check
}
