/** Types for what only the network uses of the Holepunch stack; the rest stands in `src/log/holepunch.d.ts`. */
declare module 'hyperdht' {
  import type { Duplex } from 'node:stream'
  import type { EventEmitter } from 'node:events'
  import type { NoiseHandshake } from 'hyperdht/lib/noise-wrap.js'

  type KeyPair = { publicKey: Uint8Array; secretKey: Uint8Array }
  type Endpoint = { host: string; port: number }

  /** An encrypted, authenticated stream over UDP; `opened` says whether the handshake got through. */
  export type NoiseSecretStream = Duplex & {
    readonly isInitiator: boolean
    readonly publicKey: Uint8Array
    readonly remotePublicKey: Uint8Array
    /** The same at both ends and nowhere else; null until it is opened. */
    readonly handshakeHash: Uint8Array | null
    readonly opened: Promise<boolean>
    readonly destroying: boolean
    readonly rawStream: {
      /** Over UDP. */
      readonly remoteHost?: string
      readonly remotePort?: number
      readonly packetsReceived?: number
      /** Over TCP. */
      readonly remoteAddress?: string
      readonly bytesRead?: number
    } | null
    setTimeout(ms: number): void
    sendKeepAlive(): void
  }
  type CreateHandshake = (keyPair: KeyPair, remotePublicKey: Uint8Array | null) => NoiseHandshake
  export type ServerOptions = {
    createHandshake?: CreateHandshake
    firewall: (...call: unknown[]) => boolean
    shareLocalAddress?: boolean
    holepunch?: false | (() => boolean)
    relayThrough?: unknown
  }
  type ConnectOptions = {
    keyPair: KeyPair
    relayAddresses: Endpoint[]
    localConnection: boolean
    createHandshake: CreateHandshake
  }
  export type DhtServer = EventEmitter & { listen(keyPair: KeyPair): Promise<unknown>; close(): Promise<void> }
  export type DhtRequest = {
    readonly internal: boolean
    readonly command: number
    readonly target: Uint8Array | null
    readonly value: Uint8Array | null
  }
  type PeerHandshake = (...request: unknown[]) => Promise<{ relayed: boolean }>

  export default class HyperDHT extends EventEmitter {
    constructor(options: {
      keyPair?: KeyPair
      bootstrap: (Endpoint | string)[]
      ephemeral?: boolean
      firewalled?: boolean
      host: string
      port: number | [number, number]
      anyPort: boolean
      connectionKeepAlive?: number
    })
    static readonly BOOTSTRAP: readonly string[]
    static keyPair(seed: Uint8Array): KeyPair
    static hash(data: Uint8Array): Uint8Array
    readonly io: {
      readonly serverSocket: { address(): Endpoint } | null
      readonly networkInterfaces: { destroy(): Promise<void> }
      onmessage: (socket: unknown, packet: Uint8Array, from: Endpoint) => void
    }
    /** Behind a NAT that gives another port at each call. */
    get randomized(): boolean
    readonly online: boolean
    /** As others see this machine; null while too few said so. */
    readonly host: string | null
    /** Where anybody can call it; null where nobody can. */
    remoteAddress(): Endpoint | null
    toArray(): Endpoint[]
    protected readonly _router: {
      get(target: Uint8Array): { readonly onpeerhandshake?: unknown } | undefined
      peerHandshake: PeerHandshake
    }
    bind(): Promise<void>
    createRawStream(options: object): object
    address(): Endpoint | null
    fullyBootstrapped(): Promise<void>
    suspend(): Promise<void>
    resume(): Promise<void>
    connect(key: Uint8Array, options?: ConnectOptions | object): NoiseSecretStream
    announce(...args: unknown[]): unknown
    lookup(...args: unknown[]): unknown
    lookupAndUnannounce(...args: unknown[]): unknown
    unannounce(...args: unknown[]): unknown
    createServer(options: ServerOptions, onConnection: (stream: NoiseSecretStream) => void): DhtServer
    destroy(): Promise<void>
    findPeer(target: Uint8Array, options: object): unknown
    validateLocalAddresses(addresses: Endpoint[]): Promise<Endpoint[]>
    onrequest(request: DhtRequest): boolean
    protected _onrequest(request: DhtRequest, external: boolean): void
    protected _onresponse(response: unknown, external: boolean): void
  }
}

declare module 'compact-encoding' {
  type Encoding<T> = { encode(state: object, value: T): void }
  const c: {
    encode<T>(encoding: Encoding<T>, value: T): Buffer
    buffer: Encoding<Uint8Array>
    raw: Encoding<Uint8Array>
    uint: Encoding<number>
  }
  export default c
}

declare module 'hyperdht/lib/noise-wrap.js' {
  export type NoisePayload = {
    holepunch: unknown
    relayThrough: unknown
    addresses4: unknown[]
    addresses6: unknown[]
  }
  type NoiseState = { mixHash(data: Uint8Array): void }
  export interface NoiseHandshake {
    send(payload: object): Promise<Uint8Array>
    recv(bytes: Uint8Array): Promise<NoisePayload>
  }
  export default class NoiseWrap implements NoiseHandshake {
    constructor(keyPair: object, remotePublicKey: Uint8Array | null)
    readonly isInitiator: boolean
    remotePublicKey: Uint8Array | null
    handshake: NoiseState
    send(payload: object): Promise<Uint8Array>
    recv(bytes: Uint8Array): Promise<NoisePayload>
  }
}

declare module '@hyperswarm/secret-stream' {
  import type { NoiseSecretStream as Stream } from 'hyperdht'
  import type { Duplex } from 'node:stream'

  type Options = {
    keyPair: { publicKey: Uint8Array; secretKey: Uint8Array }
    remotePublicKey?: Uint8Array
    pattern: string
    keepAlive: number
  }
  const NoiseSecretStream: new (isInitiator: boolean, raw: Duplex | undefined, options: Options) => Stream
  export default NoiseSecretStream
}

declare module 'hyperswarm' {
  import type { EventEmitter } from 'node:events'
  import type HyperDHT from 'hyperdht'
  import type { NoiseSecretStream } from 'hyperdht'

  export type PeerInfo = { readonly publicKey: Uint8Array; readonly topics: readonly Uint8Array[] }
  export type Discovery = { refresh(): Promise<unknown>; flushed(): Promise<boolean> }
  /** What a swarm uses of its DHT. */
  type SwarmDht = {
    createServer: HyperDHT['createServer']
    connect: HyperDHT['connect']
    on(event: string, handle: (...args: unknown[]) => void): void
    announce: HyperDHT['announce']
    lookup: HyperDHT['lookup']
    lookupAndUnannounce: HyperDHT['lookupAndUnannounce']
    unannounce: HyperDHT['unannounce']
    readonly randomized: boolean
    readonly online: boolean
    suspend(): Promise<void>
    resume(): Promise<void>
    destroy(): Promise<void>
  }
  export default class Hyperswarm extends EventEmitter {
    constructor(options: {
      dht: SwarmDht
      keyPair: { publicKey: Uint8Array; secretKey: Uint8Array }
      maxPeers: number
      relayThrough: (isForced: boolean) => Uint8Array | null
    })
    readonly suspended: boolean
    readonly connections: ReadonlySet<NoiseSecretStream>
    readonly peers: ReadonlyMap<string, PeerInfo>
    on(event: 'connection', handle: (stream: NoiseSecretStream, info: PeerInfo) => void): this
    join(topic: Uint8Array, options: { server: boolean; client: boolean }): Discovery
    leave(topic: Uint8Array): Promise<void>
    suspend(): Promise<void>
    resume(): Promise<void>
    destroy(): Promise<void>
    _connect(info: PeerInfo, isQueued: boolean): void
    _flushMaybe(info: PeerInfo): void
  }
}

declare module 'hyperdht/testnet.js' {
  import type HyperDHT from 'hyperdht'
  type Testnet = {
    readonly bootstrap: { host: string; port: number }[]
    createNode(options?: object): HyperDHT
    destroy(): Promise<void>
  }
  export default function createTestnet(size: number, options?: object): Promise<Testnet>
}

declare module 'blind-relay' {
  import type { EventEmitter } from 'node:events'
  import type { Duplex } from 'node:stream'
  export class Server {
    constructor(options: { createStream: (options: object) => object })
    accept(stream: Duplex, options: { id: Uint8Array }): EventEmitter
    readonly stats: { readonly pairings: { readonly active: number } }
    close(): Promise<void>
  }
}
