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
  type ServerOptions = {
    createHandshake: CreateHandshake
    firewall: () => boolean
    shareLocalAddress: boolean
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
      keyPair: KeyPair
      bootstrap: Endpoint[]
      host: string
      port: [number, number]
      anyPort: boolean
      connectionKeepAlive: number
    })
    static keyPair(seed: Uint8Array): KeyPair
    static hash(data: Uint8Array): Uint8Array
    readonly io: {
      readonly serverSocket: { address(): Endpoint } | null
      readonly networkInterfaces: { destroy(): Promise<void> }
      onmessage: (socket: unknown, packet: Uint8Array, from: Endpoint) => void
    }
    protected readonly _router: { get(target: Uint8Array): unknown; peerHandshake: PeerHandshake }
    bind(): Promise<void>
    connect(key: Uint8Array, options: ConnectOptions): NoiseSecretStream
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
  export interface NoiseHandshake {
    send(payload: object): Promise<Uint8Array>
    recv(bytes: Uint8Array): Promise<NoisePayload>
  }
  export default class NoiseWrap implements NoiseHandshake {
    constructor(keyPair: object, remotePublicKey: Uint8Array | null)
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
