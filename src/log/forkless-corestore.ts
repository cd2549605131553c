/* oxlint-disable no-underscore-dangle -- the seams of the stack below have no other names */
import Corestore from 'corestore'

/**
 * A Corestore whose cores never follow a peer back: by default Hypercore lets the writer of a core truncate it and
 * write another history. Ours would then differ between peers, and a base whose last entries are gone cannot restart.
 */
export class ForklessCorestore extends Corestore {
  override session(options: object = {}): Corestore {
    this._maybeClosed()
    return new ForklessCorestore(null, { manifestVersion: this.manifestVersion, ...options, root: this.root ?? this })
  }

  override _openCore(discoveryKey: Uint8Array | null, options: object): unknown {
    return super._openCore(discoveryKey, { ...options, allowFork: false })
  }
}
