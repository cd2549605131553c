/* oxlint-disable no-underscore-dangle -- the seams of the stack below have no other names */
import Corestore, { type StoreOptions } from 'corestore'
import { SpeakingOf, type OpenCore } from './speaking-of.ts'

type Options = { readonly root?: ForklessCorestore; readonly circle?: string | undefined }

/**
 * A Corestore whose cores never follow a peer back: by default Hypercore lets the writer of a core truncate it and
 * write another history. Ours would then differ between peers, and a base whose last entries are gone cannot restart.
 * It knows which circle each core was opened for.
 */
export class ForklessCorestore extends Corestore {
  readonly speaking: SpeakingOf
  readonly #circle: string | undefined

  constructor(storage: unknown, options: StoreOptions & Options = {}) {
    super(storage, options)
    this.speaking = options.root?.speaking ?? new SpeakingOf()
    this.#circle = options.circle
  }

  override session(options: object & Options = {}): Corestore {
    this._maybeClosed()
    const inherited = { manifestVersion: this.manifestVersion, circle: this.#circle }
    return new ForklessCorestore(null, { ...inherited, ...options, root: (this.root as ForklessCorestore) ?? this })
  }

  /** What is opened in it, and in what comes from it, belongs to that circle's log. */
  ofCircle(namespace: string): Corestore {
    return this.namespace(namespace, { circle: namespace })
  }

  override _openCore(discoveryKey: Uint8Array | null, options: object): unknown {
    const core = super._openCore(discoveryKey, { ...options, allowFork: false })
    this.speaking.opened(core as OpenCore, this.#circle)
    return core
  }
}
