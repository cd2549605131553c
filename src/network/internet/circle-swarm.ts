/* oxlint-disable no-underscore-dangle -- the seams of Hyperswarm have no other names */
import type { NoiseSecretStream } from 'hyperdht'
import Hyperswarm, { type Discovery, type PeerInfo } from 'hyperswarm'
import type { NodeKeyPair } from '../quiet-dht.ts'
import type { InternetDht } from './internet-dht.ts'

/** Where people of a circle look for each other: an epoch of it, for some days. */
export type Room = {
  readonly topic: Uint8Array
  /** What those know who belong in it. */
  readonly proof: Uint8Array
  /** False for an epoch that is over: we look there for those who do not know it yet, and are not to be found. */
  readonly isCurrent: boolean
  /** False where nobody is to be found whom we look for: we only wait there. */
  readonly isLookedIn?: boolean
}

export type SwarmOptions = {
  readonly dht: InternetDht
  readonly keyPair: NodeKeyPair
  /** `isCurrent`: both sides proved to know an epoch that goes on. */
  readonly onStream: (stream: NoiseSecretStream, isCurrent: boolean) => void
  /** A peer that this node meets on another way already needs no call. */
  readonly isElsewhere: (peer: string) => boolean
  /** No place for another connection in all. */
  readonly isFull: () => boolean
  /** The relays of the circle, to be used where no other way is found; empty for none. */
  readonly relays: () => readonly Uint8Array[]
  /** Whether somebody is still to be found. */
  readonly isSomebodyMissing: () => boolean
  /** Connections of this circle at once, if not as many as it may ever need. */
  readonly most?: number
}

/** People of a circle are few, with a few devices each. */
const MOST_CONNECTIONS = 48
/** Two who come at the same moment miss each other; Hyperswarm itself looks again after ten minutes. */
const LOOK_AGAIN_MS = [2_000, 5_000, 15_000, 45_000, 120_000, 300_000]

/** One circle on the internet: finds those who know the same rooms, and is found by them. */
export class CircleSwarm {
  readonly #options: SwarmOptions
  readonly #swarm: QuietSwarm
  #rooms: readonly Room[] = []
  readonly #joined = new Map<string, { readonly discovery: Discovery; readonly isCurrent: boolean }>()
  #looking: NodeJS.Timeout | undefined
  #looked = 0
  #closed = false

  constructor(options: SwarmOptions) {
    this.#options = options
    const { dht, keyPair } = options
    this.#swarm = new QuietSwarm(
      {
        dht: {
          createServer: (opts, onStream) =>
            dht.answerTo(
              () => this.#rooms.filter(({ isCurrent }) => isCurrent).map(({ proof }) => proof),
              { ...opts, firewall: (...call) => this.#isFull() || opts.firewall(...call) },
              onStream,
            ),
          connect: (key, opts = {}) => dht.callWith(this.#proofFor(key), key, opts),
        },
        over: dht,
        keyPair,
        maxPeers: options.most ?? MOST_CONNECTIONS,
        relayThrough: (isForced) => this.#relay(isForced),
      },
      (peer) => options.isElsewhere(peer) || this.#isFull(),
    )
    this.#swarm.on('connection', (stream, info) => this.#connected(stream, info))
  }

  /** From now on in these rooms and no others. */
  setRooms(rooms: readonly Room[]): void {
    this.#rooms = rooms
    const wanted = new Map(rooms.map((room) => [hex(room.topic), room]))
    for (const [topic, { isCurrent }] of this.#joined) {
      if (wanted.get(topic)?.isCurrent === isCurrent) continue
      this.#joined.delete(topic)
      void this.#swarm.leave(Buffer.from(topic, 'hex')).catch(() => undefined)
    }
    const come = [...wanted].filter(([topic]) => !this.#joined.has(topic))
    for (const [topic, { isCurrent, isLookedIn = true }] of come) {
      const discovery = this.#swarm.join(Buffer.from(topic, 'hex'), { server: isCurrent, client: isLookedIn })
      this.#joined.set(topic, { discovery, isCurrent })
    }
    if (come.length > 0) this.lookAgain()
  }

  /** Somebody is missing: looks soon, then less and less often. */
  lookAgain(): void {
    this.#looked = 0
    this.#lookLater()
  }

  /** True once everything is announced that is to be. */
  async announced(): Promise<void> {
    await Promise.all([...this.#joined.values()].map(({ discovery }) => discovery.flushed()))
  }

  async suspend(): Promise<void> {
    clearTimeout(this.#looking)
    await this.#swarm.suspend()
  }

  async resume(): Promise<void> {
    await this.#swarm.resume()
    this.lookAgain()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#looking)
    await this.#swarm.destroy()
    // The end of a swarm is not the end of its connections.
    for (const stream of this.#swarm.connections) stream.destroy()
  }

  #lookLater(): void {
    clearTimeout(this.#looking)
    const wait = LOOK_AGAIN_MS[this.#looked]
    if (wait === undefined || this.#closed || this.#swarm.suspended) return
    this.#looking = setTimeout(() => {
      this.#looked += 1
      if (this.#options.isSomebodyMissing())
        for (const { discovery } of this.#joined.values()) discovery.refresh().catch(() => undefined)
      this.#lookLater()
    }, wait)
    this.#looking.unref()
  }

  #connected(stream: NoiseSecretStream, info: PeerInfo): void {
    // Who calls us proved to know an epoch that goes on: nothing else is answered.
    const isCurrent = !stream.isInitiator || this.#roomOf(info)?.isCurrent === true
    stream.on('error', () => {})
    stream.once('close', () => this.lookAgain())
    this.#options.onStream(stream, isCurrent)
  }

  #proofFor(key: Uint8Array): Uint8Array {
    const info = this.#swarm.peers.get(hex(key))
    const room = info === undefined ? undefined : this.#roomOf(info)
    // A proof of nothing: they are of a room that we left meanwhile.
    return room?.proof ?? Buffer.alloc(32)
  }

  /** Where they were found; the newest epoch of them. */
  #roomOf({ topics }: PeerInfo): Room | undefined {
    const found = this.#rooms.filter(({ topic }) => topics.some((one) => hex(one) === hex(topic)))
    return found.find(({ isCurrent }) => isCurrent) ?? found[0]
  }

  #relay(isForced: boolean): Uint8Array | null {
    const relays = this.#options.relays()
    if (relays.length === 0 || (!isForced && !this.#options.dht.randomized)) return null
    return relays[Math.floor(Math.random() * relays.length)] ?? null
  }

  #isFull(): boolean {
    const { most = MOST_CONNECTIONS, isFull } = this.#options
    return this.#swarm.connections.size >= most || isFull()
  }
}

type View = Pick<InternetDht, 'connect'> & { createServer: InternetDht['createServer'] }
type QuietSwarmOptions = Omit<ConstructorParameters<typeof Hyperswarm>[0], 'dht'> & {
  readonly dht: View
  readonly over: InternetDht
}

/** A Hyperswarm over a DHT that it shares with others and does not own. */
class QuietSwarm extends Hyperswarm {
  readonly #isUnwanted: (peer: string) => boolean
  readonly #leave: () => void

  constructor({ dht, over, ...options }: QuietSwarmOptions, isUnwanted: (peer: string) => boolean) {
    const heard: [string, (...args: unknown[]) => void][] = []
    super({
      ...options,
      dht: {
        ...dht,
        on(event, handle) {
          heard.push([event, handle])
          over.on(event, handle)
        },
        announce: (...args) => over.announce(...args),
        lookup: (...args) => over.lookup(...args),
        lookupAndUnannounce: (...args) => over.lookupAndUnannounce(...args),
        unannounce: (...args) => over.unannounce(...args),
        get randomized() {
          return over.randomized
        },
        get online() {
          return over.online
        },
        // Whoever made it suspends, resumes and ends it, for all circles at once.
        suspend: async () => undefined,
        resume: async () => undefined,
        destroy: async () => undefined,
      },
    })
    this.#isUnwanted = isUnwanted
    this.#leave = () => {
      for (const [event, handle] of heard) over.off(event, handle)
    }
  }

  /** Not now; whoever is still wanted is found again at the next look. */
  override _connect(info: PeerInfo, isQueued: boolean): void {
    if (!this.#isUnwanted(hex(info.publicKey))) super._connect(info, isQueued)
    else if (isQueued) this._flushMaybe(info)
  }

  override async destroy(): Promise<void> {
    this.#leave()
    await super.destroy()
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
