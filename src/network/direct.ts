import type { NoiseSecretStream } from 'hyperdht'
import { isIP } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Address, Endpoint } from './address.ts'
import { NetworkError, reasonOf } from './network-error.ts'
import { createOnePerPeer, hostOf, peerOf, type Connection, type OnePerPeer, type Path } from './one-per-peer.ts'
import type { NodeKeyPair } from './quiet-dht.ts'
import { Sockets } from './sockets.ts'

export type Direct = {
  /** Answers on this address; port 0 asks for a free one. Throws a NetworkError `cannot-listen`. */
  listen(host: string, port: number): Promise<Endpoint>
  /** Answers at the sockets that were given, which listen already. */
  answer(): Promise<void>
  /** The connection that already is, or a new one; throws a NetworkError `cannot-connect`. */
  connect(address: Address, options?: CallOptions): Promise<Connection>
  connections(): Connection[]
  /** Ends every connection and leaves no socket, timer or thread behind, but for sockets that were given. */
  close(): Promise<void>
}

/** `timeout` in ms; `tcp` is the port that answers where UDP does not get through, if not the same. */
export type CallOptions = { readonly timeout?: number; readonly tcp?: number }
export type DirectOptions = {
  readonly keyPair: NodeKeyPair
  readonly path?: Path
  /** Told of each connection; or the connections of this key, on whatever way, which tell by themselves. */
  readonly onConnection: ((connection: Connection) => void) | OnePerPeer
  /** Shared with other keys of this node, and closed by whoever made them. */
  readonly sockets?: Sockets
  readonly limits?: Limits
}

/** Callers at once: in all, and from one address, so that nobody alone takes every place. */
type Limits = { readonly most: number; readonly fromOneHost: number }

const CONNECT_TIMEOUT_MS = 5_000
/** UDP answers within a few round trips or not at all. */
const TCP_AFTER_MS = 700
const OPENING_TIMEOUT_MS = 10_000
const LIMITS: Limits = { most: 128, fromOneHost: 32 }
const TOO_LATE = 'too late' as const
const NOBODY = new Error('nobody answered')

/**
 * Nodes that meet straight over UDP, or TCP where that is blocked, with nobody between them. No socket is opened and no
 * packet leaves before `listen` or `connect` is called. `onConnection` gets incoming and outgoing connections alike, one
 * for each peer; replication and Protomux channels have to be attached to the stream before it returns.
 */
export function openDirect(options: DirectOptions): Direct {
  return new DirectNode(options)
}

class DirectNode implements Direct {
  readonly #keyPair: NodeKeyPair
  readonly #self: string
  readonly #path: Path
  readonly #peers: OnePerPeer
  readonly #opening = new Map<NoiseSecretStream, Promise<Connection | undefined>>()
  readonly #dialling = new Map<string, Promise<Connection>>()
  readonly #sockets: Sockets
  readonly #ownsSockets: boolean
  readonly #limits: Limits
  #leave: (() => Promise<void>) | undefined
  #closing: Promise<void> | undefined

  constructor({ keyPair, path = 'direct', onConnection, sockets, limits = LIMITS }: DirectOptions) {
    this.#keyPair = keyPair
    this.#limits = limits
    this.#sockets = sockets ?? new Sockets(keyPair)
    this.#ownsSockets = sockets === undefined
    this.#self = Buffer.from(keyPair.publicKey).toString('hex')
    this.#path = path
    this.#peers = typeof onConnection === 'function' ? createOnePerPeer(this.#self, onConnection) : onConnection
  }

  async listen(host: string, port: number): Promise<Endpoint> {
    const fails = (reason: string, cause?: unknown) => new NetworkError('cannot-listen', { host, port, reason }, cause)
    if (this.#closing !== undefined) throw fails('closed')
    if (this.#sockets.isListening) throw fails('already-listening')
    if (isIP(host) === 0) throw fails('not-an-address')
    try {
      await this.#sockets.listen({ host, port })
      await this.answer()
      const { port: udp, tcp } = this.#sockets.ports()
      return { host, port: udp === 0 ? tcp : udp }
    } catch (error) {
      throw fails(reasonOf(error), error)
    }
  }

  async answer(): Promise<void> {
    this.#leave = await this.#sockets.answer({
      keyPair: this.#keyPair,
      refuses: (host) => this.#isFullFor(host),
      onStream: (stream) => void this.#admit(stream, OPENING_TIMEOUT_MS),
    })
  }

  connect(address: Address, options: CallOptions = {}): Promise<Connection> {
    const { peer } = address
    const existing = this.#connectionTo(peer)
    if (existing !== undefined) return Promise.resolve(existing)
    // They may be at another address by now than where a call to them is still under way.
    const where = `${peer} ${address.host} ${address.port}`
    const pending =
      this.#dialling.get(where) ?? this.#dial(address, options).finally(() => this.#dialling.delete(where))
    this.#dialling.set(where, pending)
    return pending
  }

  connections(): Connection[] {
    return this.#peers.all().filter(({ path }) => path() === this.#path)
  }

  #isFullFor(host: string | undefined): boolean {
    const here = [...this.connections().map(({ stream }) => stream), ...this.#opening.keys()]
    if (here.length >= this.#limits.most) return true
    const near = here.filter((stream) => !stream.isInitiator && hostOf({ stream }) === host)
    return host !== undefined && near.length >= this.#limits.fromOneHost
  }

  #connectionTo(peer: string): Connection | undefined {
    const connection = this.#peers.get(peer)
    return connection?.path() === this.#path ? connection : undefined
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #dial(
    address: Address,
    { timeout = CONNECT_TIMEOUT_MS, tcp = address.port }: CallOptions,
  ): Promise<Connection> {
    const { peer, host, port } = address
    const fails = (reason: string) => new NetworkError('cannot-connect', { peer, host, port, reason })
    if (this.#closing !== undefined) throw fails('closed')
    if (peer === this.#self) throw fails('own-address')
    if (isIP(host) === 0) throw fails('not-an-address')
    const isSix = isIP(host) === 6
    const ours = isSix ? await this.#overTcp(address, tcp, timeout) : await this.#firstOf(address, tcp, timeout)
    if (ours !== undefined) return ours
    // It may have been closed in favour of a call that the peer made at the same moment.
    const theirs = [...this.#opening].filter(([other]) => !other.isInitiator && peerOf(other) === peer)
    await Promise.all(theirs.map(([, admitted]) => admitted))
    const connection = this.#peers.get(peer)
    if (connection === undefined) throw fails('no-answer')
    return connection
  }

  /** HyperDHT speaks IPv4 alone. */
  async #overTcp(address: Address, tcp: number, timeout: number): Promise<Connection | undefined> {
    return tcp === 0 ? undefined : this.#admit(this.#sockets.callTcp(address, tcp, this.#keyPair), timeout)
  }

  /** UDP, and a little later TCP too; whichever opens first ends the other. */
  async #firstOf(address: Address, tcp: number, timeout: number): Promise<Connection | undefined> {
    const overUdp = this.#sockets.callUdp(address, this.#keyPair)
    const udp = this.#admit(overUdp, timeout)
    const late = new AbortController()
    const first = await Promise.race([
      udp,
      pause(TCP_AFTER_MS, TOO_LATE, { signal: late.signal }).catch(() => TOO_LATE),
    ])
    if (first !== TOO_LATE || tcp === 0) {
      late.abort()
      return first === TOO_LATE ? udp : first
    }
    if (this.#closing !== undefined || this.#connectionTo(address.peer) !== undefined) return udp
    const overTcp = this.#sockets.callTcp(address, tcp, this.#keyPair)
    const calls = [
      { stream: overUdp, admitted: udp },
      { stream: overTcp, admitted: this.#admit(overTcp, Math.max(timeout - TCP_AFTER_MS, 1)) },
    ]
    const ways = calls.map(async (call) => ((await call.admitted) === undefined ? Promise.reject(NOBODY) : call))
    const won = await Promise.any(ways).catch(() => undefined)
    for (const { stream } of calls) if (stream !== won?.stream) stream.destroy()
    return won?.admitted
  }

  /** Guards a new stream, waits until it is open and offers it. */
  #admit(stream: NoiseSecretStream, timeout: number): Promise<Connection | undefined> {
    stream.on('error', () => {}) // what it died of is the peer's business; `close` tells us all we need
    const admitted = this.#openAndOffer(stream, timeout).finally(() => this.#opening.delete(stream))
    this.#opening.set(stream, admitted)
    return admitted
  }

  async #openAndOffer(stream: NoiseSecretStream, timeout: number): Promise<Connection | undefined> {
    const timer = setTimeout(() => stream.destroy(), timeout)
    const open = await stream.opened
    clearTimeout(timer)
    if (open && this.#closing === undefined) return this.#peers.offer(stream, () => this.#path)
    stream.destroy()
    return undefined
  }

  async #close(): Promise<void> {
    const all = this.connections()
    for (const stream of [...this.#opening.keys(), ...all.map((connection) => connection.stream)]) stream.destroy()
    await Promise.all([...this.#opening.values(), ...all.map((connection) => connection.closed)])
    await this.#leave?.()
    if (this.#ownsSockets) await this.#sockets.close()
  }
}
