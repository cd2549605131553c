import { hash, KEY_SIZE, toHex } from './crypto.ts'

/** The epoch keys this device holds for one circle. Ids are hex; the id of an epoch is the hash of its key. */
export type Keyring = {
  get(epoch: string): Uint8Array | undefined
  /** Its id. Adding a key that is there already changes nothing. */
  add(key: Uint8Array): string
  ids(): string[]
  keys(): Uint8Array[]
}

export const epochIdOf = (key: Uint8Array): string => toHex(hash(key))

export function createKeyring(keys: Iterable<Uint8Array> = []): Keyring {
  const held = new Map<string, Uint8Array>()
  const add = (key: Uint8Array) => {
    if (key.byteLength !== KEY_SIZE) throw new TypeError('an epoch key has 32 bytes')
    const id = epochIdOf(key)
    held.set(id, key)
    return id
  }
  for (const key of keys) add(key)
  return { get: (epoch) => held.get(epoch), add, ids: () => [...held.keys()], keys: () => [...held.values()] }
}
