import { RULES } from '../domain/state-hash.ts'
import type { Connection } from '../network/one-per-peer.ts'
import { openPresence, type Presence } from '../network/presence.ts'
import type { CircleSession } from './circle-session.ts'
import { deviceKeys } from './identity.ts'
import { greet, meetingTopic, newsBytes, readGreeting, readNews, type News } from './news.ts'

/** What becomes of an encounter is the meeting's affair. */
export interface EncounterHost {
  /** This node's transport key, hex. */
  readonly own: string
  readonly inStepWith: (session: CircleSession, device: string) => void
  /** Two nodes that counted the same events made different circles of them: a fault, never to be silent. */
  readonly onDifference: (circle: string, device: string) => void
  readonly changed: (circle: string) => void
}

export interface Manner {
  /** Says nothing of the circle before the other side does. */
  readonly waits: boolean
  /** Only to know who is there: nothing else is said or heard. */
  readonly isMute: boolean
  readonly onDevice: (device: string) => void
}

/** The meaning of a large circle is dear to put together: it is compared now and then, never on a person's way. */
const COMPARE_MS = 1_000

/** One circle on one connection: who is at the other end, and how far they are. */
export class Encounter {
  readonly #session: CircleSession
  readonly #host: EncounterHost
  readonly #manner: Manner
  readonly #presence: Presence
  #device: string | null = null
  #theirs: News | null = null
  #here = false
  #hashing: NodeJS.Timeout | undefined
  /** How far this node was when it last told what it makes of it. */
  #hashedAt: string | undefined
  /** Where a difference was told of: once is enough, however often the other side says it. */
  #differedAt: string | undefined

  constructor(connection: Connection, session: CircleSession, host: EncounterHost, manner: Manner) {
    this.#session = session
    this.#host = host
    this.#manner = manner
    const { baseKey, device } = session.keys()
    const { peer, stream } = connection
    const greeting = greet(session.device, deviceKeys(device).sign.secretKey, host.own, peer)
    this.#presence = openPresence(stream, meetingTopic(baseKey), greeting, {
      onGreeting: (bytes) => this.#greeted(readGreeting(bytes, host.own, peer)),
      onNews: (bytes) => this.#heard(readNews(bytes)),
      onGone: () => this.#gone(),
      waits: manner.waits,
    })
  }

  /** The other side's device; null until it has proved one. */
  get device(): string | null {
    return this.#device
  }

  /** Whoever holds the log's key can greet: only a device that the circle let in is somebody of it. */
  get isHere(): boolean {
    const { genesis, devices } = this.#session.circle
    // A newcomer's own circle knows nobody until its first events are here.
    return this.#here && (genesis === null || (this.#device !== null && devices.has(this.#device)))
  }

  isInStep(): boolean {
    return this.#theirs?.at === this.#session.at()
  }

  close(): void {
    this.#presence.close()
  }

  /** Something else counts here now. */
  circleChanged(): void {
    if (!this.#here) return
    this.#tell()
    this.#compare()
  }

  #greeted(device: string | undefined): void {
    this.#device = device ?? null
    this.#here = true
    if (device !== undefined) this.#manner.onDevice(device)
    this.#tell()
    this.#host.changed(this.#session.circle.id)
  }

  #heard(news: News | undefined): void {
    if (this.#manner.isMute) return
    this.#theirs = news ?? null
    this.#compare()
  }

  #gone(): void {
    clearTimeout(this.#hashing)
    this.#hashing = undefined
    this.#here = false
    this.#theirs = null
    this.#host.changed(this.#session.circle.id)
  }

  #tell(hash: string | null = null): void {
    if (this.#manner.isMute) return
    this.#presence.tell(newsBytes({ rules: RULES, at: this.#session.at(), hash }))
  }

  /** Once equally far, each tells the other what it makes of it. */
  #hashSoon(): void {
    if (this.#hashing !== undefined || this.#hashedAt === this.#session.at()) return
    this.#hashing = setTimeout(() => {
      this.#hashing = undefined
      if (!this.#here || !this.isInStep()) return
      this.#hashedAt = this.#session.at()
      this.#tell(this.#session.stateHash().stateHash)
    }, COMPARE_MS).unref()
  }

  #compare(): void {
    const theirs = this.#theirs
    if (theirs === null || this.#device === null || !this.isInStep()) return
    this.#hashSoon()
    const circle = this.#session.circle.id
    this.#host.inStepWith(this.#session, this.#device)
    const mine = theirs.hash === null || theirs.rules !== RULES ? null : this.#session.stateHash().stateHash
    if (mine !== null && theirs.hash !== mine && this.#differedAt !== theirs.at) {
      this.#differedAt = theirs.at
      this.#host.onDifference(circle, this.#device)
    }
    this.#host.changed(circle)
  }
}
