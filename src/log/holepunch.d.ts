/**
 * Types for the parts of the Holepunch stack that we use; the packages ship none.
 * Only what is called from here is declared: a wider surface would promise what nobody checked.
 */
declare module 'sodium-native' {
  type Bytes = Uint8Array
  const sodium: {
    crypto_generichash(output: Bytes, input: Bytes, key?: Bytes): void
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
    readonly signedLength: number
    readonly contiguousLength: number
    readonly fork: number
    readonly writable: boolean
    readonly opened: boolean
    readonly closed: boolean
    readonly closing: Promise<void> | null
    static key(manifest: object, options?: object): Uint8Array
    ready(): Promise<void>
    close(): Promise<void>
    update(options?: { wait?: boolean }): Promise<boolean>
    get(
      index: number,
      options?: { wait?: boolean; timeout?: number; raw?: boolean; valueEncoding?: unknown },
    ): Promise<Uint8Array>
    has(start: number, end?: number): Promise<boolean>
    append(blocks: unknown): Promise<{ length: number; byteLength: number }>
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
    setKeyPair(keyPair: object): void
    setUserData(key: string, value: unknown): Promise<void>
    getUserData(key: string): Promise<Uint8Array | null>
    replicate(streamOrInitiator: Duplex | boolean, options?: object): Duplex
  }
}

declare module 'corestore' {
  import type { EventEmitter } from 'node:events'
  import type { Duplex } from 'node:stream'
  import type Hypercore from 'hypercore'

  export default class Corestore extends EventEmitter {
    constructor(
      storage: unknown,
      options?: { primaryKey?: Uint8Array | null; unsafe?: boolean; allowBackup?: boolean; manifestVersion?: number },
    )
    readonly primaryKey: Uint8Array | null
    readonly opened: boolean
    readonly closed: boolean
    readonly closing: Promise<void> | null
    readonly storage: { flush(): Promise<void> }
    ready(): Promise<void>
    close(): Promise<void>
    namespace(name: string | Uint8Array, options?: object): Corestore
    session(options?: object): Corestore
    get(
      options: { key?: Uint8Array; name?: string; manifest?: object; keyPair?: object } & Record<string, unknown>,
    ): Hypercore
    list(namespace?: Uint8Array): AsyncIterable<Uint8Array>
    getAuth(discoveryKey: Uint8Array): Promise<{ key: Uint8Array } | null>
    replicate(streamOrInitiator: Duplex | boolean, options?: object): Duplex
    createKeyPair(name: string): Promise<{ publicKey: Uint8Array; secretKey: Uint8Array }>
  }
}

declare module 'autobase' {
  import type { EventEmitter } from 'node:events'
  import type { Duplex } from 'node:stream'
  import type Corestore from 'corestore'
  import type Hypercore from 'hypercore'

  export type ApplyNode = {
    from: Hypercore
    length: number
    value: Uint8Array | null
    heads: { key: Uint8Array; length: number }[]
    indexed: boolean
    optimistic: boolean
  }
  export type ApplyHost = {
    addWriter(key: Uint8Array, options: { indexer: boolean }): Promise<void>
    readonly system: AutobaseSystem
  }
  type AutobaseSystem = {
    readonly members: number
    readonly core: Hypercore
    get(key: Uint8Array): Promise<{ isIndexer: boolean; isRemoved: boolean; length: number } | null>
    list(): AsyncIterable<{ key: Uint8Array; value: { isIndexer: boolean; isRemoved: boolean; length: number } }>
  }
  export type ViewStore = { get(name: string | { name: string; valueEncoding?: unknown }): Hypercore }
  export type AutobaseHandlers = {
    open(store: ViewStore, host: ApplyHost): Hypercore
    apply(nodes: ApplyNode[], view: Hypercore, host: ApplyHost): Promise<void>
    valueEncoding?: string
    encryptionKey?: Uint8Array | Promise<Uint8Array>
    encrypt?: boolean
    ackInterval?: number
    ackThreshold?: number
    fastForward?: boolean
    bigBatches?: boolean
  }
  export type AutobaseWriter = {
    readonly core: Hypercore
    readonly length: number
    frozen: boolean
  }

  export default class Autobase extends EventEmitter {
    constructor(store: Corestore, bootstrap: Uint8Array | null, handlers: AutobaseHandlers)
    readonly key: Uint8Array
    readonly discoveryKey: Uint8Array
    readonly encryptionKey: Uint8Array | null
    readonly local: Hypercore
    readonly localWriter: AutobaseWriter | null
    readonly view: Hypercore
    readonly core: Hypercore
    readonly system: AutobaseSystem | null
    readonly activeWriters: Iterable<AutobaseWriter>
    readonly writable: boolean
    readonly opened: boolean
    readonly closed: boolean
    readonly closing: Promise<void> | null
    readonly signedLength: number
    readonly indexedLength: number
    readonly wakeupProtocol: { addStream(stream: Duplex): void }
    static getLocalKey(store: Corestore, options?: object): Promise<Uint8Array>
    ready(): Promise<void>
    close(): Promise<void>
    update(): Promise<void>
    append(blocks: Uint8Array | Uint8Array[] | null): Promise<number>
    ack(background?: boolean): Promise<void>
    setBigBatches(on: boolean): void
    hintWakeup(hints: { key: Uint8Array; length: number }[]): void
    waitForWritable(): Promise<boolean>
    isFastForwarding(): boolean
    views(): Hypercore[]
    _makeWriterCore(key: Uint8Array): Hypercore
  }
}

declare module 'protomux' {
  import type { Duplex } from 'node:stream'
  export default class Protomux {
    static from(stream: Duplex): Protomux
    readonly stream: Duplex
    cork(): void
    uncork(): void
  }
}
