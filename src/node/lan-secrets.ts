import { bytesOfHex, hash } from '../log/crypto.ts'
import type { CircleKeys } from './circle-keys.ts'

/**
 * What the members of a circle know each other by on a network, one secret for each epoch. The current epochs first: who
 * was removed does not hold their keys, and must not see where the others are.
 */
export function lanSecrets(
  { baseKey, keyring }: Pick<CircleKeys, 'baseKey' | 'keyring'>,
  current: readonly string[],
): Uint8Array[] {
  const isOld = ({ id }: { readonly id: string }) => Number(!current.includes(id))
  const ordered = [...keyring].sort((a, b) => isOld(a) - isOld(b))
  return ordered.map(({ key }) => hash(Buffer.from('nst/1 lan'), bytesOfHex(baseKey), bytesOfHex(key)))
}
