import sodium from 'sodium-native'

/**
 * A circle in one file. Numbers are little-endian.
 *
 *   magic 8 · version u16 · circle 32 · check 16 (BLAKE2b of the 42 bytes before it; so far the same in all versions)
 *   cores u32, then for each core:
 *     key 32 · manifest u16 + bytes · signature u16 + bytes · nodes u8 × (index u64 · size u64 · hash 32)
 *     blocks u32 × (u32 + bytes)
 *   BLAKE2b-256 of everything before it
 *
 * Blocks are as they lie in the log: sealed. The Merkle tree is not carried, since who has all blocks can compute it;
 * `nodes` cover what the signature speaks of beyond the last block carried. The hashes of the file tell damage; that
 * a block is the writer's is told by the writer's signature alone.
 */
export const VERSION = 1
export const KEY_SIZE = 32
export const DIGEST_SIZE = 32
export const PREFIX_SIZE = 58
export const COUNT_SIZE = 4
export const NODE_SIZE = 48
export const MOST_MANIFEST_BYTES = 4_096
export const MOST_SIGNATURE_BYTES = 4_096
/** What Hypercore itself takes for one block. */
export const MOST_BLOCK_BYTES = 15 * 1024 * 1024

const MAGIC = Buffer.from('nst\0bndl', 'latin1')
const CHECK_AT = 42

export type TreeNode = { readonly index: number; readonly size: number; readonly hash: Uint8Array }
export type Prefix = { readonly version: number; readonly circle: Buffer }

export function encodePrefix({ version, circle }: { version: number; circle: Uint8Array }): Buffer {
  const prefix = Buffer.alloc(PREFIX_SIZE)
  MAGIC.copy(prefix)
  prefix.writeUInt16LE(version, MAGIC.length)
  prefix.set(circle, MAGIC.length + 2)
  prefix.set(checkOf(prefix), CHECK_AT)
  return prefix
}

/** `undefined` where it is not ours, `damaged` where it was. */
export function decodePrefix(bytes: Buffer): Prefix | 'damaged' | undefined {
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  if (bytes.length < PREFIX_SIZE || !checkOf(bytes).equals(bytes.subarray(CHECK_AT, PREFIX_SIZE))) return 'damaged'
  return { version: bytes.readUInt16LE(MAGIC.length), circle: bytes.subarray(MAGIC.length + 2, CHECK_AT) }
}

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
