import { currentEpochs } from '../domain/epochs/queries.ts'
import { signingPair, toHex, type KeyPair } from '../log/crypto.ts'
import { openAcquaintance, type Acquaintance, type Key } from '../network/acquaintance.ts'
import { formatAddress, type Address } from '../network/address.ts'
import { openDirect, type Direct } from '../network/direct.ts'
import { NetworkError } from '../network/network-error.ts'
import type { Connection } from '../network/one-per-peer.ts'
import { Sockets } from '../network/sockets.ts'
import type { Chance } from './chance.ts'
import type { CircleSession } from './circle-session.ts'
import type { Way } from './door.ts'
import { lanSecrets } from './lan-secrets.ts'
import type { Quarter } from './quarter.ts'
import { Redial } from './redial.ts'

interface FrontDoorHost {
  /** What stands in this node's address. Nothing is said of any circle with it. */
  readonly keyPair: KeyPair
  readonly chance: Chance
  sessions(): readonly CircleSession[]
  quarterOf(session: CircleSession): Quarter
  arrived(connection: Connection, way: Way): void
}

/** Someone may not know yet which epoch is the newest. */
const MOST_EPOCHS = 4

/**
 * Meeting at an address that somebody gave. There the two find out which circles they share, without a word to anybody
 * else; then they meet in each of them as they would have found each other otherwise, with the circle's own keys.
 */
export class FrontDoor {
  readonly #host: FrontDoorHost
  readonly #sockets: Sockets
  readonly #outside: Direct
  readonly #inside = new Map<CircleSession, Direct>()
  /** Those whom this node called, at the address it called them at. */
  readonly #called = new Map<Connection, { readonly address: Address; readonly acquaintance: Acquaintance }>()
  readonly #calls = new Map<string, Promise<Connection>>()
  readonly #calling = new Set<Direct>()
  /** Met in a circle at an address (by its key) that this node called. */
  readonly #met = new Map<string, Set<Connection>>()
  readonly #redial = new Redial({
    call: (address) => this.connect(address),
    isHere: (peer) => (this.#met.get(peer)?.size ?? 0) > 0,
  })
  #address: string | null = null

  constructor(host: FrontDoorHost) {
    this.#host = host
    this.#sockets = new Sockets(signingPair(host.chance(32)))
    const way: Way = { keyPair: host.keyPair, circle: null }
    const onConnection = (connection: Connection) => {
      this.#introduce(connection, undefined)
      host.arrived(connection, way)
    }
    this.#outside = openDirect({ keyPair: host.keyPair, onConnection, sockets: this.#sockets })
  }

  /** The address that others can use; null while nobody can. */
  get address(): string | null {
    return this.#address
  }

  async listen(host: string, port: number): Promise<string> {
    const endpoint = await this.#outside.listen(host, port)
    this.#address = formatAddress({ peer: toHex(this.#host.keyPair.publicKey), ...endpoint })
    await Promise.all(this.#host.sessions().map((session) => this.#directOf(session).answer()))
    return this.#address
  }

  /** With a key of this one call: at the address, nothing is to tell one caller from another. */
  async connect(address: Address, expects?: string): Promise<Connection> {
    if (address.peer === toHex(this.#host.keyPair.publicKey))
      throw new NetworkError('cannot-connect', { ...address, reason: 'own-address' })
    const where = formatAddress(address)
    const standing = [...this.#called].find(([, called]) => formatAddress(called.address) === where)
    if (standing !== undefined) {
      const [connection, { acquaintance }] = standing
      acquaintance.say(this.#ownKeys(this.#host.sessions()))
      return connection
    }
    const call = this.#calls.get(where) ?? this.#call(address, expects).finally(() => this.#calls.delete(where))
    this.#calls.set(where, call)
    return call
  }

  isConnected(peer: string): boolean {
    const called = [...this.#called.keys()].some((connection) => connection.peer === peer)
    return called || this.#outside.connections().some((connection) => connection.peer === peer)
  }

  /** A circle was opened: it is answered for, and those who share it and are connected meet in it now. */
  async join(session: CircleSession): Promise<void> {
    if (this.#address !== null) await this.#directOf(session).answer()
    for (const { acquaintance } of this.#called.values()) acquaintance.say(this.#ownKeys([session]))
  }

  async part(session: CircleSession): Promise<void> {
    const direct = this.#inside.get(session)
    this.#inside.delete(session)
    await direct?.close()
  }

  async close(): Promise<void> {
    this.#redial.close()
    for (const { stream } of this.#called.keys()) stream.destroy()
    await Promise.all([...this.#calling, ...this.#inside.values()].map((direct) => direct.close()))
    await this.#outside.close()
    await this.#sockets.close()
  }

  async #call(address: Address, expects: string | undefined): Promise<Connection> {
    const keyPair = signingPair(this.#host.chance(32))
    const onConnection = (connection: Connection) => {
      this.#introduce(connection, address)
      this.#host.arrived(connection, {
        keyPair,
        circle: null,
        isCaller: true,
        ...(expects !== undefined && { expects }),
      })
    }
    const direct = openDirect({ keyPair, onConnection, sockets: this.#sockets })
    this.#calling.add(direct)
    try {
      return await direct.connect(address)
    } finally {
      this.#calling.delete(direct)
    }
  }

  #introduce(connection: Connection, address: Address | undefined): void {
    const { chance, sessions } = this.#host
    const acquaintance = openAcquaintance(connection.stream, {
      chance,
      known: () => sessions().flatMap(secretsOf),
      onSaid: (said) => said.flatMap((one) => this.#inAnswerTo(one)),
      onAnswer: (keys) => {
        if (address !== undefined) for (const key of keys) void this.#meet(key, address)
      },
    })
    if (address === undefined) return
    this.#called.set(connection, { address, acquaintance })
    connection.stream.once('close', () => this.#called.delete(connection))
    acquaintance.say(this.#ownKeys(sessions()))
  }

  #ownKeys(sessions: readonly CircleSession[]): Key[] {
    return sessions.flatMap((session) => {
      const key = this.#host.quarterOf(session).keyPair.publicKey
      return secretsOf(session).map((secret) => ({ secret, key }))
    })
  }

  #inAnswerTo({ secret }: Key): Key[] {
    const session = this.#sharing(secret)
    return session === undefined ? [] : [{ secret, key: this.#host.quarterOf(session).keyPair.publicKey }]
  }

  async #meet({ secret, key }: Key, address: Address): Promise<void> {
    const session = this.#sharing(secret)
    if (session === undefined) return
    const { host, port, peer } = address
    const call = this.#directOf(session).connect({ peer: toHex(key), host, port })
    const connection = await call.catch(() => undefined)
    if (connection === undefined) return
    const met = this.#met.get(peer) ?? new Set()
    this.#met.set(peer, met.add(connection))
    this.#redial.reached(address)
    await connection.closed
    met.delete(connection)
    this.#redial.lost(peer, () => this.#host.sessions().includes(session))
  }

  #sharing(secret: Uint8Array): CircleSession | undefined {
    return this.#host.sessions().find((session) => secretsOf(session).some((one) => Buffer.from(one).equals(secret)))
  }

  #directOf(session: CircleSession): Direct {
    const { keyPair, peers } = this.#host.quarterOf(session)
    const known = this.#inside.get(session)
    const direct = known ?? openDirect({ keyPair, onConnection: peers, sockets: this.#sockets })
    this.#inside.set(session, direct)
    return direct
  }
}

const secretsOf = (session: CircleSession): Uint8Array[] =>
  lanSecrets(session.keys(), currentEpochs(session.circle)).slice(0, MOST_EPOCHS)
