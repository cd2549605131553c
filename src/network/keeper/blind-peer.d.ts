/** Types for what a keeper uses of blind-peer; pinned with it. */
declare module 'blind-peer' {
  import type { EventEmitter } from 'node:events'
  import type { NoiseSecretStream } from 'hyperdht'

  export type Download = { destroy(): void }
  export type TrackedCore = {
    readonly length: number
    readonly byteLength: number
    ready(): Promise<void>
    on(event: 'append', listener: () => void): void
    download(range: object): Download
  }
  export type OpenedCore = { readonly discoveryKey: Uint8Array }
  export type CoreRecord = { readonly key: Uint8Array; readonly length: number; readonly active: number }
  type AddCores = { cores: { key: Uint8Array; length: number }[] }

  export default class BlindPeer extends EventEmitter {
    constructor(
      folder: string,
      options: {
        swarm: object
        maxBytes: number
        enableGc: boolean
      },
    )
    readonly digest: { readonly cores: number; readonly bytesAllocated: number }
    readonly db: {
      find(collection: '@blind-peer/cores', query: object): AsyncIterable<CoreRecord>
      updated(): boolean
    }
    readonly activeReplication: Map<string, { readonly core: TrackedCore }>
    ready(): Promise<void>
    flush(): Promise<void>
    close(): Promise<void>
    protected _oncoreopen(core: OpenedCore): void
    protected _onaddcores(stream: NoiseSecretStream, request: AddCores): Promise<null>
    protected _onaddcore(stream: NoiseSecretStream, record: { key: Uint8Array }): Promise<unknown>
  }
}
