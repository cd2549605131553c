import c from 'compact-encoding'
import Protomux, { type Channel } from 'protomux'
import type { Duplex } from 'node:stream'
import * as format from './knock-format.ts'
import type { KnockStatus } from './knock-format.ts'

/** `newer-version`: the two sides speak different majors, so one of them has to be updated. */
export type KnockEnd = 'closed' | 'newer-version' | 'malformed' | 'too-many' | 'handler-failed'

export type KnockHandlers = {
  /** Someone asks in. `reply` may be called now, later, more than once or never. */
  onKnock?: (invite: Uint8Array, request: Uint8Array, reply: SendReply) => void
  /** `request` is a 32-byte id. */
  onCancel?: (invite: Uint8Array, request: Uint8Array) => void
  onReply?: (invite: Uint8Array, status: KnockStatus, payload: Uint8Array) => void
}
type SendReply = (status: KnockStatus, payload?: Uint8Array) => void

/** What is sent on an ended channel is lost, quietly: its sender knocks again at the next connection. */
export type KnockChannel = {
  /** `invite` is a 32-byte id, `request` 1 byte to 16 KiB. */
  knock(invite: Uint8Array, request: Uint8Array): void
  cancel(invite: Uint8Array, request: Uint8Array): void
  /** `payload` is at most 8 MiB. */
  reply(invite: Uint8Array, status: KnockStatus, payload?: Uint8Array): void
  close(): void
  /** Why it ended; never rejects. The connection outlives the channel. */
  readonly ended: Promise<KnockEnd>
}

const PROTOCOL = 'nst/knock/1'
const MAJOR = 1
const MOST_KNOCKS = 32
const NOTHING = Buffer.alloc(0)

/**
 * The door at which someone who is not a member yet asks in, over any connection. It knows nothing of what the bytes
 * mean. Both sides have to open it in the tick in which they get the connection: a channel that only one side knows
 * is turned away. `major` is for tests.
 */
export function openKnock(stream: Duplex, handlers: KnockHandlers, major = MAJOR): KnockChannel {
  return new Door(stream, handlers, major)
}

class Door implements KnockChannel {
  readonly ended: Promise<KnockEnd>
  readonly #channel: Channel | null
  readonly #major: number
  #resolve: (end: KnockEnd) => void = () => {}
  #knocks = 0

  constructor(stream: Duplex, { onKnock, onCancel, onReply }: KnockHandlers, major: number) {
    this.#major = major
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve
    })
    this.#channel = Protomux.from(stream).createChannel({
      protocol: PROTOCOL,
      // Raw bytes everywhere: Protomux ends the whole connection when an encoding throws.
      handshake: c.raw,
      messages: [
        this.#receiver(format.decodeKnock, ({ invite, request }) => {
          if (this.#isWelcome()) onKnock?.(invite, request, (status, payload) => this.reply(invite, status, payload))
        }),
        this.#receiver(format.decodeCancel, ({ invite, request }) => {
          if (this.#isWelcome()) onCancel?.(invite, request)
        }),
        this.#receiver(format.decodeReply, ({ invite, status, payload }) => onReply?.(invite, status, payload)),
      ],
      onopen: (greeting) => this.#greeted(greeting),
      onclose: () => this.#resolve('closed'),
    })
    if (this.#channel === null) this.#resolve('closed')
    else this.#channel.open(format.encodeGreeting(major))
  }

  knock(invite: Uint8Array, request: Uint8Array): void {
    this.#channel?.messages[0]?.send(format.encodeKnock({ invite, request }))
  }

  cancel(invite: Uint8Array, request: Uint8Array): void {
    this.#channel?.messages[1]?.send(format.encodeCancel({ invite, request }))
  }

  reply(invite: Uint8Array, status: KnockStatus, payload: Uint8Array = NOTHING): void {
    this.#channel?.messages[2]?.send(format.encodeReply({ invite, status, payload }))
  }

  close(): void {
    this.#end('closed')
  }

  #end(why: KnockEnd): void {
    this.#resolve(why)
    this.#channel?.close()
  }

  #greeted(greeting: Uint8Array): void {
    const major = format.decodeGreeting(greeting)
    if (major === undefined) this.#end('malformed')
    else if (major !== this.#major) this.#end('newer-version')
  }

  /** Knocks are stored and shown to people, so one connection may not bring any number of them. */
  #isWelcome(): boolean {
    this.#knocks += 1
    if (this.#knocks > MOST_KNOCKS) this.#end('too-many')
    return this.#knocks <= MOST_KNOCKS
  }

  #receiver<T>(decode: (bytes: Uint8Array) => T | undefined, handle: (message: T) => void) {
    const onmessage = (bytes: Uint8Array): void => {
      const message = decode(bytes)
      if (message === undefined) return this.#end('malformed')
      try {
        handle(message)
      } catch {
        this.#end('handler-failed')
      }
    }
    return { encoding: c.raw, onmessage }
  }
}
