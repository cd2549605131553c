/** Types for what we use of Autobase, private parts that ScreenedBase overrides among them: pinned with it. */
declare module 'autobase' {
  import type { EventEmitter } from 'node:events'
  import type Corestore from 'corestore'
  import type Hypercore from 'hypercore'
  import type ProtomuxWakeup from 'protomux-wakeup'

  type Head = { key: Uint8Array; length: number }
  type Member = { isIndexer: boolean; isRemoved: boolean; length: number }
  export type ApplyNode = {
    from: Hypercore
    length: number
    value: Uint8Array | null
    heads: Head[]
    indexed: boolean
    optimistic: boolean
  }
  export type ApplyHost = {
    addWriter(key: Uint8Array, options: { indexer: boolean }): Promise<void>
    readonly system: { readonly members: number; get(key: Uint8Array): Promise<Member | null> }
  }
  export type AutobaseSystem = ApplyHost['system'] & {
    readonly core: Hypercore
    /** Length of each view at this length of the system. */
    readonly views: readonly { readonly length: number }[]
    checkout(length: number): Promise<AutobaseSystem>
    list(): AsyncIterable<{ key: Uint8Array; value: Member }>
    close(): Promise<void>
  }
  export type AutobaseHandlers = {
    open(store: { get(name: string): Hypercore }): Hypercore
    apply(nodes: ApplyNode[], view: Hypercore, host: ApplyHost): Promise<void>
    update(
      view: Hypercore,
      changes: { get(name: string): { from: number; to: number; shared: number } | undefined },
    ): Promise<void>
    valueEncoding: 'binary'
    encrypted?: boolean
    encrypt?: boolean
    encryptionKey?: Uint8Array
    ackInterval?: number
    ackThreshold?: number
    wakeup: ProtomuxWakeup
  }
  type WriterNode = { batch: number; actualHeads: Head[]; trace: unknown }
  export type AutobaseWriter = {
    readonly core: Hypercore
    /** Blocks taken into the order; `available` counts those that could be. */
    readonly length: number
    readonly available: number
    readonly nodes: { readonly length: number; get(index: number): WriterNode | null }
    node: WriterNode | null
    frozen: boolean
    readonly isRemoved: boolean
    idle(): boolean
    _loadNextNode(): Promise<boolean>
    _ensureNodeDependencies(boot: unknown): Promise<boolean>
  }
  type Checkpoint = { update(): Promise<void>; updateBackground(): Promise<void> }
  export type ApplyState = {
    _createCheckpointCore(...options: unknown[]): Checkpoint
    _flush(blocks: unknown[] | null): Promise<void>
    readonly key: Uint8Array
    readonly indexedLength: number
    readonly store: { flush(): Promise<void> }
    readonly localState: { setBootRecord(record: BootRecord): void; flush(): Promise<void> }
  }
  type BootRecord = {
    readonly version: number
    readonly key: Uint8Array
    readonly systemLength: number
    readonly indexersUpdated: boolean
    readonly fastForwarding: boolean
    readonly recoveries: number
  }

  export default class Autobase extends EventEmitter {
    constructor(store: Corestore, bootstrap: Uint8Array | null, handlers: AutobaseHandlers)
    readonly store: Corestore
    readonly key: Uint8Array
    readonly encryptionKey: Uint8Array | null
    readonly local: Hypercore
    readonly localWriter: AutobaseWriter | null
    readonly recoveries: number
    readonly view: Hypercore
    readonly core: Hypercore
    readonly system: AutobaseSystem | null
    readonly activeWriters: Iterable<AutobaseWriter> & { get(key: Uint8Array): AutobaseWriter | null }
    readonly writable: boolean
    readonly closed: boolean
    readonly closing: Promise<void> | null
    readonly signedLength: number
    static getLocalKey(store: Corestore): Promise<Uint8Array>
    ready(): Promise<void>
    close(): Promise<void>
    update(): Promise<void>
    append(blocks: Uint8Array | Uint8Array[] | null): Promise<number>
    ack(background?: boolean): Promise<void>
    readonly bigBatches: boolean
    isFastForwarding(): boolean
    setBigBatches(on: boolean): void
    hintWakeup(hints: Head[]): void
    views(): Hypercore[]
    protected readonly _draining: boolean
    protected _makeWriterCore(key: Uint8Array): Hypercore
    protected _makeWriter(key: Uint8Array, length: number, isActive: boolean, isRemoved: boolean): AutobaseWriter
    protected _queueBump(): void
    protected readonly _primaryBootstrap: Hypercore | null
    protected _addRemoteHeads(): Promise<number>
    protected _waitForIndexers(): Promise<boolean>
  }
}

declare module 'autobase/lib/messages.js' {
  type Message = {
    version: number
    optimistic: boolean
    checkpoint: object | null
    digest: object | null
    trace?: object | null
    node: { heads: { key: Uint8Array; length: number }[]; batch: number; value: Uint8Array | null }
  }
  type State = { start: number; end: number; buffer: Uint8Array | null }
  type Codec<T> = {
    preencode(state: State, value: T): void
    encode(state: State, value: T): void
    decode(state: State): T
  }
  const messages: { OplogMessage: Codec<Message> }
  export default messages
}

declare module 'autobase/lib/caps.js' {
  const caps: { readonly BOOT_RECORD_VERSION: number }
  export default caps
}
