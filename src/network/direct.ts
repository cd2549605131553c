import type { NoiseSecretStream } from 'hyperdht'
import { isIP } from 'node:net'
import type { Address, Endpoint } from './address.ts'
import { NetworkError, reasonOf } from './network-error.ts'
import { createOnePerPeer, peerOf, type Connection } from './one-per-peer.ts'
import { QuietDht, type NodeKeyPair } from './quiet-dht.ts'

export type Direct = {
  /** Answers on this address; port 0 asks for a free one. Throws a NetworkError `cannot-listen`. */
  listen(host: string, port: number): Promise<Endpoint>
  /** `timeout` in ms. The connection that already is, or a new one; throws a NetworkError `cannot-connect`. */
  connect(address: Address, options?: { timeout?: number }): Promise<Connection>
  connections(): Connection[]
  /** Ends every connection and leaves no socket, timer or thread behind. */
  close(): Promise<void>
}

const CONNECT_TIMEOUT_MS = 5_000
const OPENING_TIMEOUT_MS = 10_000
const MOST_CONNECTIONS = 128

/**
 * Nodes that meet straight over UDP, with nobody between them. No socket is opened and no packet leaves before
 * `listen` or `connect` is called. `onConnection` gets incoming and outgoing connections alike, one for each peer;
 * replication and Protomux channels have to be attached to the stream before it returns.
 */
export function openDirect(options: { keyPair: NodeKeyPair; onConnection: (connection: Connection) => void }): Direct {
  return new DirectNode(options.keyPair, options.onConnection)
}

class DirectNode implements Direct {
  readonly #keyPair: NodeKeyPair
  readonly #self: string
  readonly #peers: ReturnType<typeof createOnePerPeer>
  readonly #opening = new Map<NoiseSecretStream, Promise<Connection | undefined>>()
  readonly #dialling = new Map<string, Promise<Connection>>()
  readonly #callers = new Map<string, QuietDht>()
  #listener: QuietDht | undefined
  #closing: Promise<void> | undefined

  constructor(keyPair: NodeKeyPair, onConnection: (connection: Connection) => void) {
    this.#keyPair = keyPair
    this.#self = Buffer.from(keyPair.publicKey).toString('hex')
    this.#peers = createOnePerPeer(this.#self, onConnection)
  }

  async listen(host: string, port: number): Promise<Endpoint> {
    const fails = (reason: string, cause?: unknown) => new NetworkError('cannot-listen', { host, port, reason }, cause)
    if (this.#closing !== undefined) throw fails('closed')
    if (this.#listener !== undefined) throw fails('already-listening')
    if (isIP(host) !== 4) throw fails('not-ipv4')
    const dht = new QuietDht(this.#keyPair, { host, port })
    this.#listener = dht
    const server = dht.answer(
      () => this.#peers.all().length + this.#opening.size >= MOST_CONNECTIONS,
      (stream) => void this.#admit(stream, OPENING_TIMEOUT_MS),
    )
    try {
      await server.listen(this.#keyPair)
      return { host, port: dht.port() }
    } catch (error) {
      this.#listener = undefined
      await dht.destroy()
      throw fails(reasonOf(error), error)
    }
  }

  connect(address: Address, { timeout = CONNECT_TIMEOUT_MS } = {}): Promise<Connection> {
    const { peer } = address
    const existing = this.#peers.get(peer)
    if (existing !== undefined) return Promise.resolve(existing)
    const pending = this.#dialling.get(peer) ?? this.#dial(address, timeout).finally(() => this.#dialling.delete(peer))
    this.#dialling.set(peer, pending)
    return pending
  }

  connections(): Connection[] {
    return this.#peers.all()
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #dial(address: Address, timeout: number): Promise<Connection> {
    const { peer, host, port } = address
    const fails = (reason: string) => new NetworkError('cannot-connect', { peer, host, port, reason })
    if (this.#closing !== undefined) throw fails('closed')
    if (peer === this.#self) throw fails('own-address')
    if (isIP(host) !== 4) throw fails('not-ipv4')
    const stream = this.#callerFor(host).call(address, Buffer.from(peer, 'hex'), this.#keyPair)
    const ours = await this.#admit(stream, timeout)
    if (ours !== undefined) return ours
    // It may have been closed in favour of a call that the peer made at the same moment.
    const theirs = [...this.#opening].filter(([other]) => !other.isInitiator && peerOf(other) === peer)
    await Promise.all(theirs.map(([, admitted]) => admitted))
    const connection = this.#peers.get(peer)
    if (connection === undefined) throw fails('no-answer')
    return connection
  }

  /** A call to this machine itself is made from a socket that the rest of the world cannot reach. */
  #callerFor(host: string): QuietDht {
    const from = host.startsWith('127.') ? '127.0.0.1' : '0.0.0.0'
    const dht = this.#callers.get(from) ?? new QuietDht(this.#keyPair, { host: from, port: 0 })
    this.#callers.set(from, dht)
    return dht
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
    if (open && this.#closing === undefined) return this.#peers.offer(stream)
    stream.destroy()
    return undefined
  }

  async #close(): Promise<void> {
    const all = this.#peers.all()
    for (const stream of [...this.#opening.keys(), ...all.map((connection) => connection.stream)]) stream.destroy()
    await Promise.all([...this.#opening.values(), ...all.map((connection) => connection.closed)])
    const sockets = [...this.#callers.values(), ...(this.#listener === undefined ? [] : [this.#listener])]
    await Promise.all(sockets.map((dht) => dht.destroy()))
  }
}
