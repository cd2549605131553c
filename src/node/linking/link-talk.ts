import { encodeCanonical } from '../../domain/canonical.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { Outcome } from '../../domain/refusal.ts'
import { isToldIn } from '../../domain/statements/queries.ts'
import { statementId, StatementContent } from '../../domain/statements/statement.ts'
import { hashText } from '../../log/crypto.ts'
import { MOST_TOLD_BYTES, openLinkLine, type LinkLine } from '../../network/link-line.ts'
import type { Connection } from '../../network/one-per-peer.ts'
import type { CircleSession } from '../circle-session.ts'
import { meantFor, type Meant, type Telling } from '../statements/outgoing.ts'
import { takeIn, tellingIn, toldWithinDay } from '../statements/taking.ts'

export interface TalkHost {
  readonly session: CircleSession
  /** The linked circle. */
  readonly other: string
  readonly secrets: readonly Uint8Array[]
  /** Statements that were refused for good: nobody asks for them again. */
  readonly refused: Set<string>
  readonly clock: () => number
  /** Before writing one in: others of this circle may be writing it now. False: it is not needed any more. */
  readonly turn: (statement: string) => Promise<boolean>
  readonly onOpen: () => void
  readonly onClose: () => void
  /** What came of writing one in. */
  readonly onTold: (outcome: Outcome<unknown>) => void
  /** They have it. */
  readonly onTaken: (one: Meant) => void
  /** They sent what no honest program sends. */
  readonly onFault: () => void
  readonly warn: (error: unknown) => void
}

/** More than any two circles have to say to each other in a day; an end of a link is always taken. */
export const MOST_A_DAY = 64
const MOST_REFUSED = 512
/** It may not have been the time to take it. */
const MOST_TIMES = 3
const EVERYTHING_IS_SAID = { intent: () => false, passage: () => false }

/** [Q2] One connection between nodes of two linked circles: each hands the other what its circle says, and nothing else. */
export class LinkTalk {
  readonly #host: TalkHost
  readonly #stream: Connection['stream']
  readonly #line: LinkLine
  readonly #wanted = new Set<string>()
  #meant: readonly Meant[] = []
  #isOpen = false
  #said: string | undefined
  #theirs: readonly string[] = []
  #asked = ''
  #taken = ''
  /** How often each was given on this connection. */
  readonly #given = new Map<string, number>()
  #turn: Promise<void> = Promise.resolve()

  constructor({ stream }: Connection, host: TalkHost) {
    this.#host = host
    this.#stream = stream
    this.#line = openLinkLine(stream, host.secrets, {
      clock: host.clock,
      onOpen: () => {
        this.#isOpen = true
        host.onOpen()
        this.tell()
      },
      onClose: () => {
        this.#isOpen = false
        host.onClose()
      },
      onHave: (ids) => {
        this.#theirs = ids
        this.#asks()
      },
      onWant: (ids) => this.#inTurn(() => this.#gives(ids)),
      onTaken: (ids) => this.#meant.filter(({ id }) => ids.includes(id)).forEach((one) => host.onTaken(one)),
      onTold: (bytes) => this.#inTurn(() => this.#takes(bytes)),
      onFault: host.onFault,
    })
  }

  /** Somebody is there who knows the link. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Says what there is to say, where that is something else than before. */
  tell(): void {
    if (!this.#isOpen) return
    const { session, other } = this.#host
    this.#asks()
    this.#meant = meantFor(session, other, null, EVERYTHING_IS_SAID)
    const ids = this.#meant.map(({ id }) => id)
    if (this.#said === ids.join()) return
    this.#said = ids.join()
    this.#line.have(ids)
  }

  /** Asks for what is not here yet, and says what is. */
  #asks(): void {
    const { session, refused } = this.#host
    const isHere = (id: string) => refused.has(id) || isToldIn(session.circle, EVERYTHING, id)
    const here = this.#theirs.filter(isHere)
    if (here.join() !== this.#taken) this.#line.taken(here)
    this.#taken = here.join()
    const missing = this.#theirs.filter((id) => !isHere(id))
    const asked = `${String(session.belongs())} ${missing.join()}`
    const unasked = missing.filter((id) => !this.#wanted.has(id))
    if (asked === this.#asked || unasked.length === 0) return
    this.#asked = asked
    for (const id of unasked) this.#wanted.add(id)
    this.#line.want(unasked)
  }

  async #gives(ids: readonly string[]): Promise<void> {
    for (const one of this.#meant) {
      const times = this.#given.get(one.id) ?? 0
      if (!ids.includes(one.id) || times >= MOST_TIMES) continue
      this.#given.set(one.id, times + 1)
      const telling = await one.make()
      const bytes = telling === null ? null : Buffer.from(encodeCanonical(telling), 'utf8')
      if (bytes !== null && bytes.byteLength <= MOST_TOLD_BYTES) this.#line.tell(bytes)
    }
  }

  async #takes(bytes: Uint8Array): Promise<void> {
    const telling = tellingIn(Buffer.from(bytes).toString('utf8'))
    const content = telling.ok ? StatementContent.safeParse(telling.value.statement['statement']) : undefined
    // Only what was asked for, which they said they had.
    const id = content?.success === true ? statementId(content.data, hashText) : ''
    if (!telling.ok || content?.success !== true || !this.#wanted.delete(id)) return this.#fault()
    const { from } = content.data
    if ((telling.value.through ?? from) !== this.#host.other) return this.#fault()
    const { session, other, turn, clock } = this.#host
    const isEnd = content.data.says.kind === 'unlink'
    if (!isEnd && toldWithinDay(session.circle, other, clock()) >= MOST_A_DAY) return
    if (await turn(id)) await this.#write(id, telling.value)
  }

  async #write(id: string, telling: Telling): Promise<void> {
    const taken = await takeIn(this.#host.session, telling)
    this.#host.onTold(taken)
    // That they are told of it at once lets whoever brings an end rest.
    if (taken.ok) this.#asks()
    if (taken.ok && taken.value === 'told') return
    if (!taken.ok && taken.refusal.code === 'bad-statement') {
      this.#forget(id)
      return this.#fault()
    }
    // Not written in for now: what it needs may still come.
    if (!taken.ok && ['no-such-link', 'not-writable-yet', 'changed-meanwhile'].includes(taken.refusal.code)) return
    this.#forget(id)
    this.#asks()
  }

  #forget(id: string): void {
    const { refused } = this.#host
    if (refused.has(id)) return
    const [oldest] = refused.size >= MOST_REFUSED ? refused : []
    if (oldest !== undefined) refused.delete(oldest)
    refused.add(id)
  }

  #fault(): void {
    this.#host.onFault()
    this.#stream.destroy()
  }

  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch((error: unknown) => this.#host.warn(error))
  }
}
