/* oxlint-disable no-underscore-dangle -- the seams of the stack below have no other names */
import type Protomux from 'protomux'
import ProtomuxWakeup, { type Topic, type WakeupHandlers } from 'protomux-wakeup'
import type { Duplex } from 'node:stream'

type Muxer = Pick<Protomux, 'stream'>
type Replicator = { readonly downloading: boolean; attached(muxer: Muxer): boolean; attachTo(muxer: Muxer): void }
/** A connection, and (once it is replicated) what it carries. */
export type Muxed = Duplex & { readonly userData?: Muxer | null }
export type OpenCore = { readonly discoveryKey: Uint8Array; readonly opened: boolean; readonly replicator: Replicator }

/**
 * Which connections speak of one circle alone. By itself the store offers every core on every connection, and hands out
 * any that is asked for: whoever shares one circle with us would learn what else we are in.
 */
export class SpeakingOf {
  /** Cores (by discovery key), and the namespaces in which they were opened. */
  readonly #cores = new Map<string, Set<string>>()
  readonly #limited = new Map<Muxed, string>()
  readonly #guarded = new WeakSet<Replicator>()

  /** From now on until its end this connection speaks of that namespace alone; to be called before it is replicated. */
  limit(stream: Muxed, namespace: string): void {
    this.#limited.set(stream, namespace)
    stream.once('close', () => this.#limited.delete(stream))
  }

  permits({ stream }: Muxer, discoveryKey: string): boolean {
    const namespace = this.#limited.get(stream)
    return namespace === undefined || this.#cores.get(discoveryKey)?.has(namespace) === true
  }

  /** A core was opened, in a namespace or (undefined) for no circle. */
  opened(core: OpenCore, namespace: string | undefined): void {
    const id = hex(core.discoveryKey)
    const { replicator } = core
    if (!this.#guarded.has(replicator)) {
      this.#guarded.add(replicator)
      const attach = replicator.attachTo.bind(replicator)
      replicator.attachTo = (muxer) => void (this.permits(muxer, id) && attach(muxer))
    }
    const known = this.#cores.get(id) ?? new Set()
    this.#cores.set(id, known)
    if (namespace === undefined || known.has(namespace)) return
    known.add(namespace)
    if (!core.opened || !replicator.downloading) return
    for (const [{ userData: muxer }, spokenOf] of this.#limited)
      if (spokenOf === namespace && muxer && !replicator.attached(muxer)) replicator.attachTo(muxer)
  }
}

/** Tells who wrote lately, on each connection only in the logs that it speaks of. */
export class LimitedWakeup extends ProtomuxWakeup {
  readonly #speaking: SpeakingOf

  constructor(speaking: SpeakingOf) {
    super()
    this.#speaking = speaking
  }

  override session(capability: Uint8Array, handlers: WakeupHandlers): object {
    const id = hex(handlers.discoveryKey)
    if (this.topics.has(id)) return super.session(capability, handlers)
    // A new topic opens on all connections at once: first it learns on which it may.
    const { muxers } = this
    this.muxers = new Set()
    const session = super.session(capability, handlers)
    this.muxers = muxers
    const topic = this.topics.get(id)
    if (topic !== undefined) this.#guard(topic, id)
    return session
  }

  #guard(topic: Topic, id: string): void {
    const open = topic._onopen.bind(topic)
    topic._onopen = (muxer, isActive) => void (this.#speaking.permits(muxer, id) && open(muxer, isActive))
    for (const muxer of this.muxers) topic._onopen(muxer, true)
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
