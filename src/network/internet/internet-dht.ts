/* oxlint-disable no-underscore-dangle -- the seams of HyperDHT have no other names */
import HyperDHT, { type DhtRequest, type NoiseSecretStream, type ServerOptions } from 'hyperdht'
import { isLoopback } from './bootstrap.ts'
import { ProvingHandshake } from './proving-handshake.ts'
import type { NodeKeyPair } from '../quiet-dht.ts'
import { relayCaller, type RelayAddress } from '../relay/relay-address.ts'

export type DhtOptions = {
  /** `HOST:PORT`, or HyperDHT's `IP@NAME:PORT`. Never left out: HyperDHT would take the public ones. */
  readonly bootstrap: readonly string[]
  /** For tests: never punch, as between two networks that let nobody through. */
  readonly canPunch?: boolean
}

const PING = 0
const PEER_HANDSHAKE = 0
const PEER_HOLEPUNCH = 1
const KEEP_ALIVE_MS = 5_000
const THIS_MACHINE = '127.0.0.1'
const ANYWHERE = '0.0.0.0'

/**
 * A node of the distributed table by which nodes find each other on the internet: a guest in it, which asks and is
 * called, keeps nothing for strangers, carries nothing for them and does not answer their questions.
 */
export class InternetDht extends HyperDHT {
  readonly #canPunch: boolean
  readonly #relayed = new Map<NoiseSecretStream, string>()
  readonly #relays: () => readonly RelayAddress[]

  /** `relays`: those that a circle here names, and what lets one in there. */
  constructor({ bootstrap, canPunch = true }: DhtOptions, relays: () => readonly RelayAddress[] = () => []) {
    super({
      bootstrap: [...bootstrap],
      ephemeral: true,
      host: isLoopback(bootstrap) ? THIS_MACHINE : ANYWHERE,
      // A range: a plain 0 would mean HyperDHT's usual port, by which anyone could tell what runs here.
      port: [0, 0],
      anyPort: true,
      connectionKeepAlive: KEEP_ALIVE_MS,
    })
    this.#canPunch = canPunch
    this.#relays = relays
    // One for each circle, and more: this is no leak.
    this.setMaxListeners(0)
  }

  /** `proofs` are asked for at each call: what is known may change. */
  answerTo(proofs: () => readonly Uint8Array[], options: ServerOptions, onStream: (stream: NoiseSecretStream) => void) {
    const createHandshake = (pair: NodeKeyPair, remote: Uint8Array | null) =>
      new ProvingHandshake(pair, remote, proofs())
    return this.createServer({ ...options, ...this.#paths(false), createHandshake }, onStream)
  }

  callWith(
    proof: Uint8Array,
    key: Uint8Array,
    options: { keyPair?: NodeKeyPair; relayThrough?: () => Uint8Array | null },
  ): NoiseSecretStream {
    const createHandshake = (pair: NodeKeyPair, remote: Uint8Array | null) =>
      new ProvingHandshake(pair, remote, [proof])
    return this.connect(key, { ...options, ...this.#paths(() => false), createHandshake })
  }

  /** Whether its packets go through a relay now; a connection may come out of one later. */
  isRelayed({ rawStream }: NoiseSecretStream): boolean {
    return [...this.#relayed.keys()].some(
      ({ rawStream: through }) =>
        through?.remoteHost === rawStream?.remoteHost && through?.remotePort === rawStream?.remotePort,
    )
  }

  override remoteAddress(): { host: string; port: number } | null {
    return this.#canPunch ? super.remoteAddress() : null
  }

  override get randomized(): boolean {
    return !this.#canPunch || super.randomized
  }

  /** How many connections go, or try to go, through this relay (its key, hex). */
  linesTo(relay: string): number {
    return [...this.#relayed.values()].filter((key) => key === relay).length
  }

  override connect(key: Uint8Array, options?: { keyPair?: NodeKeyPair; createHandshake?: unknown }): NoiseSecretStream {
    // HyperDHT itself calls nobody but relays. Its own key would tie all circles of this node together there.
    if (options?.keyPair !== undefined) return super.connect(key, options)
    const relay = Buffer.from(key).toString('hex')
    const known = this.#relays().find((one) => one.relay === relay)
    const stream = super.connect(key, { ...options, keyPair: relayCaller(known?.secret ?? null) })
    this.#relayed.set(stream, relay)
    stream.once('close', () => this.#relayed.delete(stream))
    return stream
  }

  protected override _onrequest(request: DhtRequest, external: boolean): void {
    const { internal, command, target } = request
    const isForUs = target !== null && this._router.get(target)?.onpeerhandshake !== undefined
    const isCall = !internal && (command === PEER_HANDSHAKE || command === PEER_HOLEPUNCH)
    if ((internal && command === PING) || (isCall && isForUs)) super._onrequest(request, external)
  }

  #paths(holepunch: false | (() => boolean)): object {
    return this.#canPunch ? {} : { holepunch, localConnection: false, shareLocalAddress: false }
  }
}
