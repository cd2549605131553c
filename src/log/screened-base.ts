/* oxlint-disable no-underscore-dangle -- the seams of the stack below have no other names */
import Autobase from 'autobase'
import type { ApplyState, AutobaseHandlers, AutobaseWriter } from 'autobase'
import type Corestore from 'corestore'
import type Hypercore from 'hypercore'
import { equalBytes, toHex } from './crypto.ts'
import { inOneWrite } from './one-write.ts'
import { isPlausible, readOplogBlock, type Head, type OplogBlock } from './oplog-block.ts'

const PADDING = 8
/** As many blocks of others as Autobase takes into the order at once, twice. */
const LONG_MERGE = 128

/**
 * Autobase trusts the blocks of its writers: one that does not decode freezes its writer, but many that do break an
 * assertion, which closes the base or ends the process, again at each start. Here every block is read and judged
 * first, by rules that depend on nothing but the logs, so that all freeze a damaged log at the same place and go on.
 * Emits 'damaged' when one is frozen. Tied to the pinned Autobase: it overrides what is private there.
 */
export class ScreenedBase extends Autobase {
  readonly #frozen = new Map<string, AutobaseWriter>()
  readonly #durably: <T>(write: () => Promise<T>) => Promise<T>
  readonly #wanted = new Set<string>()
  /** Set while logs come in from a file: all there is will be here at once. */
  importing = false

  constructor(
    store: Corestore,
    key: Uint8Array | null,
    handlers: AutobaseHandlers & { durably: <T>(write: () => Promise<T>) => Promise<T> },
  ) {
    super(store, key, handlers)
    this.#durably = handlers.durably
  }

  /** While this works, the parts of the order do not fit each other. */
  get busy(): boolean {
    return this._draining
  }

  /** Members' logs whose next block nobody can take: writer in hex → blocks that count. */
  get damaged(): ReadonlyMap<string, number> {
    // Anybody can name the key of what is no writer's log at all.
    const members = [...this.#frozen].filter(([, writer]) => !writer.isRemoved)
    return new Map(members.map(([key, writer]) => [key, writer.available]))
  }

  /** A writer's log as blocks can be read of it; to be closed. */
  writerCore(key: Uint8Array): Hypercore {
    return this._makeWriterCore(key)
  }

  override _makeWriter(key: Uint8Array, length: number, isActive: boolean, isRemoved: boolean): AutobaseWriter {
    const writer = super._makeWriter(key, length, isActive, isRemoved)
    const [load, link] = [writer._loadNextNode.bind(writer), writer._ensureNodeDependencies.bind(writer)]
    writer._loadNextNode = async () => {
      const index = writer.nodes.length
      if (!(await writer.core.has(index))) return false
      const block = await readBlock(writer.core, index)
      const before = writer.nodes.get(index - 1)?.batch ?? 1
      const place = { writer: writer.core.key, index, before, founder: equalBytes(writer.core.key, this.key) }
      if (block === undefined || !isPlausible(block, place)) return this.#freeze(writer)
      const loaded = await load()
      // A list of view blocks to fetch early, believed as it comes: no need of it.
      if (writer.node !== null) writer.node.trace = null
      return loaded
    }
    writer._ensureNodeDependencies = async (boot) => {
      if (!(await link(boot))) return false
      const ends = await this.#endBatches(writer.node?.actualHeads ?? [], writer.nodes.get(writer.nodes.length - 1))
      return ends === false ? this.#freeze(writer) : ends === true
    }
    return writer
  }

  /**
   * Each batch that is taken in can undo and redo what no founder has signed yet: a long merge in few long batches costs
   * far less. For a short one Autobase could wait for the founder's next block longer than that saves, and who comes
   * to it new skips to the end between two batches, which is cheaper still.
   */
  override _addRemoteHeads(): Promise<number> {
    const skips = !this.writable || this.isFastForwarding()
    this.setBigBatches(this.importing || (!skips && this.#toCome() >= LONG_MERGE))
    return super._addRemoteHeads()
  }

  /** Without anybody who could bring the founder's next block there is nothing to wait for. */
  override async _waitForIndexers(): Promise<boolean> {
    const founder = this._primaryBootstrap ?? this.local
    return founder.peers.length > 0 && super._waitForIndexers()
  }

  /** Blocks of others that are known and not in the order yet. */
  #toCome(): number {
    let blocks = 0
    for (const { core, length } of this.activeWriters) blocks += Math.max(0, core.length - length)
    return blocks
  }

  #freeze(writer: AutobaseWriter): false {
    writer.frozen = true
    writer.node = null
    this.#frozen.set(toHex(writer.core.key), writer)
    this.emit('damaged')
    return false
  }

  /**
   * A head in the middle of a batch would tear it apart when it is indexed. `undefined` while a block is not here.
   * Within a batch the heads have been judged already.
   */
  async #endBatches(heads: readonly Head[], before: { batch: number } | null): Promise<boolean | undefined> {
    if (before !== null && before.batch > 1) return true
    for (const head of heads) {
      const batch = await this.#batchAt(head)
      if (batch === undefined) return undefined
      if (batch !== 1) return false
    }
    return true
  }

  async #batchAt({ key, length }: Head): Promise<number | undefined> {
    const writer = this.activeWriters.get(key)
    const node = writer?.nodes.get(length - 1)
    if (node) return node.batch
    const core = this._makeWriterCore(key)
    try {
      await core.ready()
      if (await core.has(length - 1)) return (await readBlock(core, length - 1))?.batch ?? 0
    } finally {
      await core.close()
    }
    void this.#fetch(key, length - 1)
    return undefined
  }

  /** After a fast-forward, blocks that are already indexed are not here yet. */
  async #fetch(key: Uint8Array, index: number): Promise<void> {
    const name = `${toHex(key)}:${index}`
    if (this.#wanted.has(name)) return
    this.#wanted.add(name)
    try {
      const core = this.store.get({ key })
      await core.get(index, { raw: true })
      await core.close()
      this.#wanted.delete(name)
      this._queueBump()
    } catch {
      // The base is closing.
    }
  }

  set _applyState(state: ApplyState | null) {
    this._state = state
    if (state === null) return
    // Only while our own blocks are written, also Autobase's acks: longer, and it could wait for a peer that we keep
    // from hearing what it waits for.
    const flush = inOneWrite(state, () => this.recoveries)
    state._flush = (blocks) => (blocks?.length ? this.#durably(() => flush(blocks)) : flush(blocks))
    // What a damaged log of the founder holds as checkpoints must not end the process either.
    const create = state._createCheckpointCore.bind(state)
    state._createCheckpointCore = (...options) => {
      const checkpoint = create(...options)
      checkpoint.updateBackground = () => checkpoint.update().catch(() => undefined)
      return checkpoint
    }
  }

  get _applyState(): ApplyState | null {
    return this._state
  }

  declare _state: ApplyState | null
}

/** Total. Newer manifests would bring other kinds of encryption, which can wait for keys for ever. */
async function readBlock(core: Hypercore, index: number): Promise<OplogBlock | undefined> {
  const { manifest } = core
  if (manifest === null || manifest.version !== 1 || manifest.signers.length !== 1) return undefined
  if (manifest.prologue !== null || core.fork !== 0) return undefined
  try {
    const sealed = await core.get(index, { wait: false, raw: true })
    if (sealed === null || sealed.byteLength <= PADDING) return undefined
    const block = await core.get(index, { wait: false, valueEncoding: 'binary' })
    return block === null ? undefined : readOplogBlock(block)
  } catch {
    return undefined
  }
}
