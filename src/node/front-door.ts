import { signingPair, toHex, type KeyPair } from '../log/crypto.ts'
import { openAcquaintance, type Acquaintance, type Key } from '../network/acquaintance.ts'
import { formatAddress, type Address } from '../network/address.ts'
import { openDirect, type Direct } from '../network/direct.ts'
import { NetworkError } from '../network/network-error.ts'
import type { Connection } from '../network/one-per-peer.ts'
import { Sockets } from '../network/sockets.ts'
import type { Chance } from './chance.ts'
import type { Way } from './door.ts'
import type { Place } from './place.ts'
import { Redial } from './redial.ts'

interface FrontDoorHost {
  /** What stands in this node's address. Nothing is said of any circle with it. */
  readonly keyPair: KeyPair
  readonly chance: Chance
  places(): readonly Place[]
  arrived(connection: Connection, way: Way): void
}

/** Someone may not know yet which epoch is the newest. */
const MOST_SECRETS = 4

/**
 * Meeting at an address that somebody gave. There the two find out which circles they share, without a word to anybody
 * else; then they meet in each of them as they would have found each other otherwise, with the circle's own keys.
 */
export class FrontDoor {
  readonly #host: FrontDoorHost
  readonly #sockets: Sockets
  readonly #outside: Direct
  /** By place. */
  readonly #inside = new Map<string, { readonly place: Place; readonly direct: Direct }>()
  readonly #answering = new WeakSet<Direct>()
  /** What was said of each place to those who are here. */
  readonly #said = new Map<string, string>()
  /** Those who called this node. */
  readonly #callers = new Set<Acquaintance>()
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
    await Promise.all(this.#host.places().map((place) => this.#answerFor(place)))
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
      acquaintance.say(ownKeys(this.#host.places()))
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

  /** Places came or went: the new are answered for, and those who share one and are connected meet in it now. */
  async refresh(): Promise<void> {
    const places = new Map(this.#host.places().map((place) => [place.id, place]))
    const left = [...this.#inside].filter(([id, { place }]) => places.get(id) !== place)
    for (const [id] of left) this.#inside.delete(id)
    const come = [...places.values()].filter((place) => this.#said.get(place.id) !== namesOf(place))
    this.#said.clear()
    for (const place of places.values()) this.#said.set(place.id, namesOf(place))
    if (come.length > 0)
      for (const acquaintance of [...this.#callers, ...[...this.#called.values()].map((one) => one.acquaintance)])
        acquaintance.say(ownKeys(come))
    await Promise.all(left.map(([, { direct }]) => direct.close()))
    if (this.#address !== null) await Promise.all(come.map((place) => this.#answerFor(place)))
  }

  async close(): Promise<void> {
    this.#redial.close()
    for (const { stream } of this.#called.keys()) stream.destroy()
    await Promise.all(
      [...this.#calling, ...[...this.#inside.values()].map(({ direct }) => direct)].map((direct) => direct.close()),
    )
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
    const { chance, places } = this.#host
    const meet = (keys: readonly Key[]) => {
      if (address !== undefined) for (const key of keys) void this.#meet(key, address)
    }
    const acquaintance = openAcquaintance(connection.stream, {
      chance,
      known: () => places().flatMap(knownBy),
      onSaid(said) {
        // Whoever was called says what came to it since.
        const shared = said.filter(({ secret }) => sharing(places(), secret, heardBy) !== undefined)
        meet(shared)
        return shared.flatMap(({ secret }) => {
          const place = sharing(places(), secret, heardBy)
          return place === undefined ? [] : [{ secret, key: place.quarter.keyPair.publicKey }]
        })
      },
      onAnswer: meet,
    })
    connection.stream.once('close', () => {
      this.#called.delete(connection)
      this.#callers.delete(acquaintance)
    })
    if (address === undefined) return void this.#callers.add(acquaintance)
    this.#called.set(connection, { address, acquaintance })
    acquaintance.say(ownKeys(places()))
  }

  async #meet({ secret, key }: Key, address: Address): Promise<void> {
    const place = sharing(this.#host.places(), secret, knownBy)
    if (place === undefined) return
    const { host, port, peer } = address
    const call = this.#directOf(place).connect({ peer: toHex(key), host, port })
    const connection = await call.catch(() => undefined)
    if (connection === undefined) return
    const met = this.#met.get(peer) ?? new Set()
    this.#met.set(peer, met.add(connection))
    this.#redial.reached(address)
    await connection.closed
    met.delete(connection)
    this.#redial.lost(peer, () => this.#host.places().includes(place))
  }

  async #answerFor(place: Place): Promise<void> {
    const direct = this.#directOf(place)
    if (this.#answering.has(direct)) return
    this.#answering.add(direct)
    await direct.answer()
  }

  #directOf(place: Place): Direct {
    const { keyPair, peers } = place.quarter
    const known = this.#inside.get(place.id)
    if (known?.place === place) return known.direct
    const direct = openDirect({ keyPair, onConnection: peers, sockets: this.#sockets })
    this.#inside.set(place.id, { place, direct })
    return direct
  }
}

const shownBy = (place: Place): readonly Uint8Array[] => place.secrets().shows.slice(0, MOST_SECRETS)
const knownBy = (place: Place): readonly Uint8Array[] => [
  ...new Map([...shownBy(place), ...heardBy(place)].map((secret) => [toHex(secret), secret])).values(),
]
const heardBy = (place: Place): readonly Uint8Array[] => place.secrets().hears.slice(0, MOST_SECRETS)
const namesOf = (place: Place): string => knownBy(place).map(toHex).join()

const ownKeys = (places: readonly Place[]): Key[] =>
  places.flatMap((place) => shownBy(place).map((secret) => ({ secret, key: place.quarter.keyPair.publicKey })))

const sharing = (
  places: readonly Place[],
  secret: Uint8Array,
  secretsOf: (place: Place) => readonly Uint8Array[],
): Place | undefined => places.find((place) => secretsOf(place).some((one) => Buffer.from(one).equals(secret)))
