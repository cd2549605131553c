import HyperDHT from 'hyperdht'
import { afterEach } from 'vitest'
import type { Address } from '../../src/network/address.ts'
import { openDirect, type Direct } from '../../src/network/direct.ts'
import type { Connection } from '../../src/network/one-per-peer.ts'

export type Person = Direct & {
  readonly key: string
  /** Connections in the order in which they came, closed ones too. */
  readonly met: Connection[]
  /** The n-th connection (from 1), as soon as there is one. */
  meets(count: number): Promise<Connection>
  listens(): Promise<Address>
}

const open: Direct[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((node) => node.close()))
})

export const keysOf = (seed: number) => HyperDHT.keyPair(Buffer.alloc(32, seed))

/** A node with a key from `seed`, closed after the test. */
export function person(
  seed: number,
  onConnection: (connection: Connection) => void = () => {},
  limits?: { readonly most: number; readonly fromOneHost: number },
): Person {
  const keyPair = keysOf(seed)
  const key = Buffer.from(keyPair.publicKey).toString('hex')
  const met: Connection[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const node = openDirect({
    keyPair,
    ...(limits && { limits }),
    onConnection(connection) {
      met.push(connection)
      onConnection(connection)
      for (const { count, resolve } of waiting) if (met.length >= count) resolve()
    },
  })
  open.push(node)
  return Object.assign(node, {
    key,
    met,
    async meets(count: number) {
      if (met.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }))
      return met[count - 1]!
    },
    listens: async () => ({ peer: key, ...(await node.listen('127.0.0.1', 0)) }),
  })
}
