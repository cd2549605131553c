import type { EventContent } from '../../src/domain/event.ts'
import { FORMAT } from '../../src/domain/event.ts'
import { encodeCanonical } from '../../src/domain/canonical.ts'
import { bytesOfHex, hash, hashText, signText, toHex } from '../../src/log/crypto.ts'
import { sealEvent } from '../../src/log/envelope.ts'
import type { SignedEvent } from '../../src/log/signed-event.ts'
import { deviceKeys } from '../../src/node/identity.ts'
import { headsOf } from '../../src/node/pages/shown.ts'
import type { Peer } from './nodes.ts'

/** What a program says that was written to do harm: it has its person's keys and asks no rule. */
export class Program {
  readonly peer: Peer
  #head: { readonly id: string; readonly seq: number } | null = null
  #sealed = 0

  /** Takes over from a node that has said nothing in its circle yet, or goes on after its last word. */
  constructor(peer: Peer) {
    this.peer = peer
    const writer = toHex(peer.session.log.writerKey)
    for (const entry of peer.session.follower.entries)
      if (entry.writer === writer && 'event' in entry) this.#head = entry.event
  }

  /** An event that goes on in the log's chain, except for what is changed. */
  content(type: string, body: unknown, change: Partial<EventContent> = {}): EventContent {
    const { session, now } = this.peer
    const prev = this.#head?.id ?? null
    const seen = headsOf(session.circle).filter((id) => id !== prev)
    const place = { seq: (this.#head?.seq ?? 0) + 1, prev, seen: seen.toSorted() }
    return {
      format: FORMAT,
      circle: session.circle.id,
      device: session.device,
      ...place,
      type,
      body,
      at: now,
      ...change,
    }
  }

  /** Signed by this device, whatever it says. */
  signed(content: EventContent): SignedEvent {
    const text = encodeCanonical(content)
    const { secretKey } = deviceKeys(this.peer.session.keys().device).sign
    return { id: hashText(text), text, signature: signText(text, secretKey) }
  }

  /** Sealed for the circle as one of this log's. */
  sealed(event: SignedEvent, circle = this.peer.session.circle.id): Uint8Array {
    const { session, name } = this.peer
    const key = bytesOfHex(session.keys().keyring[0]?.key ?? '')
    const nonce = hash(Buffer.from(`${name} below ${(this.#sealed += 1)}`)).subarray(0, 24)
    return sealEvent(event, { circle, writer: toHex(session.log.writerKey) }, key, nonce)
  }

  /** Says it in its circle; the id of the event, whatever the others make of it. */
  async says(type: string, body: unknown, change: Partial<EventContent> = {}): Promise<string> {
    const content = this.content(type, body, change)
    const event = this.signed(content)
    await this.puts(this.sealed(event))
    this.#head = { id: event.id, seq: content.seq }
    return event.id
  }

  /** Values into its own log, in one batch, past all that would be refused before it is written. */
  async puts(...values: readonly Uint8Array[]): Promise<void> {
    await this.peer.session.log.base.append(values.map((value) => Buffer.from(value)))
    await this.peer.session.follower.settle()
  }
}
