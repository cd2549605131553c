import HypercoreEncryption from 'hypercore/lib/default-encryption.js'
import { equalBytes } from './crypto.ts'

/** Takes the log's own encryption off a writer's block, and puts it on again: byte for byte as it was. */
export type BlockCipher = {
  /** `undefined` where that would not give the same block again: it goes as it is. */
  open(raw: Uint8Array, index: number): Uint8Array | undefined
  seal(content: Uint8Array, index: number): Uint8Array
}

/**
 * As Autobase encrypts a writer's log, whose blocks never change. What is said in them has a seal of its own, which this does
 * not touch; what is left can be packed more closely, in a file that is sealed for the same people.
 */
export function blockCipher(encryptionKey: Uint8Array, core: Uint8Array): BlockCipher {
  const { block, blinding } = HypercoreEncryption.deriveKeys(encryptionKey, core)
  const padding = HypercoreEncryption.PADDING
  function seal(content: Uint8Array, index: number): Uint8Array {
    const raw = Buffer.concat([Buffer.alloc(padding), content])
    HypercoreEncryption.encrypt(index, raw, 0, block, blinding)
    return raw
  }
  return {
    seal,
    open(raw, index) {
      if (raw.byteLength < padding) return undefined
      const opened = Buffer.from(raw)
      HypercoreEncryption.decrypt(index, opened, block)
      const content = opened.subarray(padding)
      return equalBytes(seal(content, index), raw) ? content : undefined
    },
  }
}
