/**
 * Types for the parts of the Holepunch stack that we use; the packages ship none.
 * Only what is called from here is declared: a wider surface would promise what nobody checked.
 */
declare module 'sodium-native' {
  type Bytes = Uint8Array
  const sodium: {
    crypto_generichash(output: Bytes, input: Bytes, key?: Bytes): void
    crypto_generichash_STATEBYTES: number
    crypto_generichash_init(state: Bytes, key: Bytes | null, outputSize: number): void
    crypto_generichash_update(state: Bytes, input: Bytes): void
    crypto_generichash_final(state: Bytes, output: Bytes): void
    crypto_sign_keypair(publicKey: Bytes, secretKey: Bytes): void
    crypto_sign_seed_keypair(publicKey: Bytes, secretKey: Bytes, seed: Bytes): void
    crypto_sign_detached(signature: Bytes, message: Bytes, secretKey: Bytes): void
    crypto_sign_verify_detached(signature: Bytes, message: Bytes, publicKey: Bytes): boolean
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      cipher: Bytes,
      message: Bytes,
      associated: Bytes | null,
      secretNonce: null,
      nonce: Bytes,
      key: Bytes,
    ): number
    crypto_aead_xchacha20poly1305_ietf_decrypt(
      message: Bytes,
      secretNonce: null,
      cipher: Bytes,
      associated: Bytes | null,
      nonce: Bytes,
      key: Bytes,
    ): number
    crypto_box_keypair(publicKey: Bytes, secretKey: Bytes): void
    crypto_box_seed_keypair(publicKey: Bytes, secretKey: Bytes, seed: Bytes): void
    crypto_scalarmult(shared: Bytes, secretKey: Bytes, publicKey: Bytes): void
    crypto_box_seal(cipher: Bytes, message: Bytes, publicKey: Bytes): void
    crypto_box_seal_open(message: Bytes, cipher: Bytes, publicKey: Bytes, secretKey: Bytes): boolean
    crypto_pwhash_async(
      output: Bytes,
      password: Bytes,
      salt: Bytes,
      operations: number,
      memory: number,
      algorithm: number,
    ): Promise<void>
    crypto_pwhash_ALG_ARGON2ID13: number
    randombytes_buf(buffer: Bytes): void
    sodium_memcmp(a: Bytes, b: Bytes): boolean
  }
  export default sodium
}

declare module 'hypercore' {
  import type { EventEmitter } from 'node:events'
  import type { Duplex } from 'node:stream'

  type TreeNode = { index: number; size: number; hash: Uint8Array }
  /** What one peer answers another: blocks and tree nodes that a holder of the key can check. */
  type Proof = {
    fork: number
    block: { index: number; value: Uint8Array | null; nodes: TreeNode[] } | null
    hash: { index: number; nodes: TreeNode[] } | null
    seek: { bytes: number; nodes: TreeNode[] } | null
    upgrade: {
      start: number
      length: number
      nodes: TreeNode[]
      additionalNodes: TreeNode[]
      signature: Uint8Array
    } | null
    manifest: Manifest | null
  }
  type Manifest = {
    version: number
    hash: string
    allowPatch: boolean
    quorum: number
    signers: { signature: string; namespace: Uint8Array; publicKey: Uint8Array }[]
    prologue: { hash: Uint8Array; length: number } | null
    linked: Uint8Array[] | null
    userData: Uint8Array | null
  }
  type Range = { start?: number; end?: number; blocks?: number[]; linear?: boolean }
  type Download = { done(): Promise<boolean>; destroy(): void }

  export default class Hypercore extends EventEmitter {
    readonly key: Uint8Array
    readonly discoveryKey: Uint8Array
    readonly keyPair: { publicKey: Uint8Array; secretKey: Uint8Array | null } | null
    readonly manifest: Manifest | null
    readonly length: number
    readonly byteLength: number
    readonly signedLength: number
    readonly contiguousLength: number
    /** Null until it is open. */
    readonly core: { readonly bitfield: { countSet(start: number, length: number): number } | null } | null
    readonly peers: readonly { readonly remotePublicKey: Uint8Array | null; readonly remoteContiguousLength: number }[]
    readonly fork: number
    readonly writable: boolean
    readonly opened: boolean
    readonly closed: boolean
    readonly closing: Promise<void> | null
    ready(): Promise<void>
    close(): Promise<void>
    update(options?: { wait?: boolean }): Promise<boolean>
    get(
      index: number,
      options?: { wait?: boolean; timeout?: number; raw?: boolean; valueEncoding?: unknown },
    ): Promise<Uint8Array | null>
    has(start: number, end?: number): Promise<boolean>
    append(
      blocks: unknown,
      options?: { writable?: boolean; signature?: Uint8Array },
    ): Promise<{ length: number; byteLength: number }>
    truncate(length: number, fork?: number): Promise<void>
    download(range?: Range): Download
    session(options?: object): Hypercore
    snapshot(options?: object): Hypercore
    treeHash(length?: number): Promise<Uint8Array>
    proof(request: {
      block?: { index: number; nodes?: number }
      upgrade?: { start: number; length: number }
      manifest?: boolean
    }): Promise<Proof>
    applyProof(proof: Proof, peer?: unknown): Promise<unknown>
    setUserData(key: string, value: unknown): Promise<void>
    getUserData(key: string): Promise<Uint8Array | null>
    replicate(streamOrInitiator: Duplex | boolean, options?: object): Duplex
  }
}

declare module 'hypercore/lib/default-encryption.js' {
  const HypercoreEncryption: {
    PADDING: number
    deriveKeys(encryptionKey: Uint8Array, core: Uint8Array): { block: Uint8Array; blinding: Uint8Array }
    /** Both change `block` in place; its first bytes are the padding. */
    encrypt(index: number, block: Uint8Array, fork: number, blockKey: Uint8Array, blindingKey: Uint8Array): void
    decrypt(index: number, block: Uint8Array, blockKey: Uint8Array): void
  }
  export default HypercoreEncryption
}

declare module 'corestore' {
  import type { EventEmitter } from 'node:events'
  import type { Duplex } from 'node:stream'
  import type Hypercore from 'hypercore'

  export type StoreOptions = {
    primaryKey?: Uint8Array
    unsafe?: boolean
    allowBackup?: boolean
    manifestVersion?: number
    root?: Corestore
  }
  export default class Corestore extends EventEmitter {
    constructor(storage: unknown, options?: StoreOptions)
    readonly root: Corestore | null
    readonly manifestVersion: number
    readonly primaryKey: Uint8Array | null
    readonly opened: boolean
    readonly closed: boolean
    readonly closing: Promise<void> | null
    ready(): Promise<void>
    close(): Promise<void>
    createKeyPair(name: string): Promise<{ publicKey: Uint8Array; secretKey: Uint8Array }>
    namespace(name: string | Uint8Array, options?: object): Corestore
    session(options?: object): Corestore
    get(options: { key?: Uint8Array; name?: string; manifest?: object } & Record<string, unknown>): Hypercore
    list(namespace?: Uint8Array): AsyncIterable<Uint8Array>
    getAuth(discoveryKey: Uint8Array): Promise<{ key: Uint8Array } | null>
    replicate(streamOrInitiator: Duplex | boolean, options?: object): Duplex
    protected _maybeClosed(): void
    protected _openCore(discoveryKey: Uint8Array | null, options: object): unknown
  }
}

declare module 'protomux' {
  import type { Duplex } from 'node:stream'
  export type Channel = {
    readonly messages: { send(message: Uint8Array): boolean }[]
    open(handshake?: Uint8Array): void
    close(): void
  }
  export default class Protomux {
    readonly stream: Duplex
    static from(stream: Duplex): Protomux
    cork(): void
    uncork(): void
    /** Called when the other side opens such a channel and this side has none. */
    pair(channel: { protocol: string; id?: Uint8Array }, notify: () => void): void
    unpair(channel: { protocol: string; id?: Uint8Array }): void
    /** `null` where the stream has ended or the channel is open already. */
    createChannel(options: {
      protocol: string
      id?: Uint8Array
      handshake: unknown
      messages: { encoding: unknown; onmessage: (bytes: Uint8Array) => void }[]
      onopen?: (handshake: Uint8Array) => void
      onclose?: () => void
    }): Channel | null
  }
}

declare module 'protomux-wakeup' {
  import type Protomux from 'protomux'
  import type { Duplex } from 'node:stream'
  export type Topic = { _onopen(muxer: Pick<Protomux, 'stream'>, isActive: boolean): void }
  export type WakeupHandlers = { discoveryKey: Uint8Array }
  export default class ProtomuxWakeup {
    protected topics: Map<string, Topic>
    protected muxers: Set<Pick<Protomux, 'stream'>>
    session(capability: Uint8Array, handlers: WakeupHandlers): object
    addStream(stream: Duplex): void
    destroy(): void
  }
}
