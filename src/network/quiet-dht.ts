/* oxlint-disable no-underscore-dangle -- the seams of HyperDHT have no other names */
import HyperDHT, { type DhtRequest, type NoiseSecretStream } from 'hyperdht'
import NoiseWrap, { type NoiseHandshake, type NoisePayload } from 'hyperdht/lib/noise-wrap.js'
import type { Endpoint } from './address.ts'

export type NodeKeyPair = { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array }

const PEER_HANDSHAKE = 0
const REQUEST = 0x03
const TOKEN_FLAG = 0x02
const KEEP_ALIVE_MS = 5_000

/**
 * HyperDHT as a pair of UDP sockets and nothing more. A DHT node by its nature answers anyone, remembers whom it met,
 * asks them for others and passes packets on for strangers. This one sends to the address that it was told to call
 * and to those who call its own key; whatever else comes in is dropped without an answer.
 */
export class QuietDht extends HyperDHT {
  constructor(keyPair: NodeKeyPair, { host, port }: Endpoint) {
    super({
      keyPair,
      bootstrap: [],
      host,
      // A range: a plain 0 would mean HyperDHT's usual port.
      port: port === 0 ? [0, 0] : [port, port + 1],
      anyPort: port === 0,
      connectionKeepAlive: KEEP_ALIVE_MS,
    })
    const receive = this.io.onmessage.bind(this.io)
    const hear: typeof receive = (socket, packet, from) => void (hasToken(packet) || receive(socket, packet, from))
    Object.assign(this.io, { onmessage: hear })
    const ask = this._router.peerHandshake.bind(this._router)
    this._router.peerHandshake = async (...request) => {
      const answer = await ask(...request)
      if (answer.relayed) throw new Error('The answer sends us on to another address')
      return answer
    }
  }

  call(address: Endpoint, key: Uint8Array, keyPair: NodeKeyPair): NoiseSecretStream {
    const { host, port } = address
    return this.connect(key, {
      keyPair,
      relayAddresses: [{ host, port }],
      localConnection: false,
      createHandshake,
    })
  }

  /** `refuses` is asked at each call, before anything is kept for it. */
  answer(refuses: (host: string) => boolean, onStream: (stream: NoiseSecretStream) => void) {
    const firewall = (...[, , from]: unknown[]) => refuses((from as Endpoint).host)
    return this.createServer({ createHandshake, firewall, shareLocalAddress: false }, onStream)
  }

  port(): number {
    return this.io.serverSocket?.address().port ?? 0
  }

  /** HyperDHT's waits for its sockets, which a node that could not bind never had; what else it holds goes here. */
  override async destroy(): Promise<void> {
    await super.destroy().catch(() => this.io.networkInterfaces.destroy())
  }

  /** Nobody is asked where somebody is: the query starts with no node and ends at once. */
  override findPeer(target: Uint8Array, options: object): unknown {
    return super.findPeer(target, { ...options, nodes: null })
  }

  /** HyperDHT would bind a socket on every interface to try it. */
  override async validateLocalAddresses(): Promise<Endpoint[]> {
    return []
  }

  protected override _onrequest(request: DhtRequest): void {
    if (request.internal || request.command !== PEER_HANDSHAKE || !isDirect(request.value)) return
    if (request.target === null || !this._router.get(request.target)) return
    this.onrequest(request)
  }

  /** Who answers is not remembered as a DHT node, to be pinged and asked later. */
  protected override _onresponse(): void {}
}

/** A request with a wrong token would be told so before anything of ours is asked; nobody has one from us. */
const hasToken = (packet: Uint8Array): boolean => packet[0] === REQUEST && ((packet[1] ?? 0) & TOKEN_FLAG) !== 0

/** No flags (no address to pass it on to) and mode 0 (from the caller itself). */
const isDirect = (value: Uint8Array | null): boolean => value !== null && value[0] === 0 && value[1] === 0

/**
 * The Noise handshake, for a direct path only: offers of relays and other addresses are left unread. Whatever a
 * stranger's bytes make it throw becomes a plain Error, since HyperDHT rethrows a TypeError or RangeError uncaught.
 */
class DirectHandshake extends NoiseWrap implements NoiseHandshake {
  override async recv(bytes: Uint8Array): Promise<NoisePayload> {
    try {
      const payload = await super.recv(bytes)
      return { ...payload, holepunch: null, relayThrough: null, addresses4: [], addresses6: [] }
    } catch (cause) {
      throw new Error('Not a handshake', { cause })
    }
  }
}

const createHandshake = (pair: NodeKeyPair, remote: Uint8Array | null) => new DirectHandshake(pair, remote)
