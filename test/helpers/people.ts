import type { Circle } from '../../src/domain/circle.ts'
import { FORMAT, type EventContent } from '../../src/domain/event.ts'
import type { DriverContent, DriverMove } from '../../src/domain/drivers/events.ts'
import type { Body, EventType } from '../../src/domain/events.ts'
import { createFold, type Fold } from '../../src/domain/fold.ts'
import { mayAppend, type Draft } from '../../src/domain/may-append.ts'
import { isFrozen } from '../../src/domain/members/forks.ts'
import { electorateIn, memberState, type MemberState } from '../../src/domain/members/queries.ts'
import type { VersionContent } from '../../src/domain/proposals/events.ts'
import { draftsOf } from '../../src/domain/proposals/queries.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import { closingOf } from '../../src/domain/rounds/closing.ts'
import { openRounds } from '../../src/domain/rounds/queries.ts'
import { EVERYTHING, newest } from '../../src/domain/causality.ts'
import { closedAt } from '../../src/domain/statements/timing.ts'
import { stateHash, type StateHash } from '../../src/domain/state-hash.ts'
import { hashText, toHex } from '../../src/log/crypto.ts'
import { admissionOf, deviceOf, keysOf, signed, tools, type Keys, type Said } from './devices.ts'

export const TODAY = '2026-03-01'

/** One clock for all of a story: it only ever goes on. */
export interface Clock {
  now: number
}

/** A person with one device: what it knows, what it makes of that, and what its person says with it. */
export class Person {
  readonly name: string
  readonly keys: Keys
  readonly id: string
  readonly device: string
  readonly circleId: string
  readonly clock: Clock
  readonly known = new Map<string, Said>()
  fold: Fold
  /** How far this device's clock is off, in milliseconds. */
  skew = 0
  #last: Said | null = null

  constructor(name: string, keys: Keys, circleId: string, clock: Clock) {
    this.name = name
    this.keys = keys
    this.id = toHex(keys.person.publicKey)
    this.device = toHex(keys.sign.publicKey)
    this.circleId = circleId
    this.clock = clock
    this.fold = createFold(circleId, tools)
  }

  now(): number {
    return Math.max(0, this.clock.now + this.skew)
  }

  get circle(): Circle {
    return this.fold.circle
  }

  get state(): MemberState | null {
    return memberState(this.circle, EVERYTHING, this.id)
  }

  /** Gets events, in any order; what is known already is nothing new. */
  takes(...events: readonly Said[]): void {
    for (const said of events) {
      this.fold.add(said.known)
      if (this.known.has(said.known.id)) continue
      this.known.set(said.known.id, said)
      const last = this.#last?.known.seq ?? 0
      if (said.known.device === this.device && said.known.writer === this.keys.writer && said.known.seq > last)
        this.#last = said
    }
  }

  /** Gets all that others know. */
  hears(...others: readonly Person[]): void {
    for (const other of others)
      this.takes(...[...other.known.values()].filter((said) => !this.known.has(said.known.id)))
  }

  /** Why they may not say it; null where they may. */
  refusal<T extends EventType>(type: T, body: Body<T>, seen = this.seen()): Refusal | null {
    const draft = { type, body, device: this.device, seen, today: TODAY, at: this.now() + 1000 }
    return mayAppend(this.circle, draft as unknown as Draft, tools)
  }

  /** Says something that the rules let them say. Answers with the event's id. */
  say<T extends EventType>(type: T, body: Body<T>, seen = this.seen()): string {
    const why = this.refusal(type, body, seen)
    if (why !== null) throw new Error(`${this.name} may not say ${type}: ${JSON.stringify(why)}`)
    const said = { type, body } as Draft
    const time = said.type === 'round.closed' ? { at: closedAt(this.circle, said.body, this.now() + 1000) } : {}
    const id = this.sayAnyway(type, body, seen, time)
    // A device that went on in two ways is asked about one of them, and goes on from the other.
    if (!this.circle.counted.has(id) && !isFrozen(this.circle, EVERYTHING, this.device))
      throw new Error(`${type} of ${this.name} was let through and does not count`)
    return id
  }

  /** Signs and adds it without asking, as a hostile or broken program would. */
  sayAnyway(type: string, body: unknown, seen = this.seen(), change: Partial<EventContent> = {}): string {
    const said = signed({ ...this.content(type, body, seen), ...change }, this.keys)
    this.takes(said)
    return said.known.id
  }

  content(type: string, body: unknown, seen = this.seen()): EventContent {
    const [seq, prev] = [(this.#last?.known.seq ?? 0) + 1, this.#last?.known.id ?? null]
    this.clock.now += 1000
    const others = seen.filter((id) => id !== prev).toSorted()
    return {
      format: FORMAT,
      circle: this.circleId,
      device: this.device,
      seq,
      prev,
      seen: others,
      type,
      body,
      at: this.now(),
    }
  }

  /** The newest that this person has before them. */
  seen(): string[] {
    return newest([...this.circle.tips.values()]).map(({ stamp }) => stamp.id)
  }

  stateHash(): StateHash {
    return stateHash(this.circle, this.fold.waiting().length, hashText)
  }

  /** Lets a newcomer in, who then knows all that this person knows. */
  admits(name: string, device = 'laptop'): Person {
    const keys = keysOf(name, device)
    this.say('member.admitted', admissionOf(name, keys, this.circleId))
    return this.joinedBy(name, keys)
  }

  /** Lets in another device of somebody who is here, which then knows all that this person knows. */
  admitsDeviceOf(person: Person, device = 'phone'): Person {
    const keys = { ...keysOf(person.name, device), person: person.keys.person }
    this.say('device.admitted', deviceOf(keys, this.circleId))
    return this.joinedBy(person.name, keys)
  }

  revokes(device: Person): string {
    return this.say('device.revoked', { device: device.device })
  }

  joinedBy(name: string, keys: Keys): Person {
    const newcomer = new Person(name, keys, this.circleId, this.clock)
    newcomer.hears(this)
    return newcomer
  }

  presents(change: Partial<VersionContent> = {}): string {
    return this.say('proposal.presented', { content: words(change) })
  }

  /** From the only draft there is, or from those named. */
  amends(
    proposal: string,
    change: Partial<VersionContent> = {},
    from = this.drafts(proposal),
    integrates: string[] = [],
  ): string {
    const content = words({ text: `${proposal.slice(0, 4)} amended at ${this.clock.now}`, ...change })
    return this.say('proposal.amended', { proposal, parents: from, content, integrates })
  }

  drafts(proposal: string): string[] {
    return draftsOf(this.proposal(proposal)).map((version) => version.id)
  }

  proposal(id: string) {
    const proposal = this.circle.proposals.get(id)
    if (proposal === undefined) throw new Error(`${this.name} knows no such proposal`)
    return proposal
  }

  notices(statement = 'The kitchen stays cold.', change: Partial<DriverContent> = {}): string {
    const content = { statement, situation: null, effect: null, need: null, requirement: null, ...change }
    return this.say('driver.noticed', { content })
  }

  moves(driver: string, move: DriverMove = { as: 'accepted' }): string {
    return this.say('driver.moved', { driver, move })
  }

  ends(proposal: string, as: 'withdrawn' | 'tabled', until: string | null = null): string {
    return this.say('proposal.ended', { proposal, as, until, reason: 'not now' })
  }

  asks(proposal: string, text = 'how?'): string {
    return this.say('question.asked', { proposal, text })
  }

  answers(question: string, text = 'so'): string {
    return this.say('question.answered', { question, text })
  }

  understands(proposal: string): string {
    return this.say('proposal.understood', { proposal })
  }

  reacts(proposal: string, text: string | null = 'good'): string {
    return this.say('reaction.given', { proposal, text })
  }

  opensRound(
    proposal: string,
    version = this.drafts(proposal)[0] ?? '',
    clause?: Body<'round.opened'>['clause'],
  ): string {
    return this.say('round.opened', {
      proposal,
      version,
      electorate: this.electorate(proposal),
      ...(clause && { clause }),
    })
  }

  /** Whom a round asks that this person opens, on a proposal or on any. */
  electorate(proposal = ''): string[] {
    return electorateIn(this.circle, EVERYTHING, this.id, this.circle.proposals.get(proposal)?.slot.id ?? '')
  }

  consents(round: string): string {
    return this.say('consent.given', { round, version: this.versionOf(round) })
  }

  objects(round: string, reason = 'it harms us'): string {
    return this.say('objection.raised', { round, version: this.versionOf(round), reason })
  }

  closing(round: string): Body<'round.closed'> {
    const record = this.circle.rounds.get(round)
    if (record === undefined) throw new Error(`${this.name} knows no such round`)
    return closingOf(this.circle, EVERYTHING, record, this.id, this.now() + 1000)
  }

  closes(round: string): string {
    return this.say('round.closed', this.closing(round))
  }

  /** The agreement of a close that this person knows. */
  agreementOf(close: string): string {
    return this.circle.closes.get(close)?.agreement ?? ''
  }

  hasSeen(close: string): string {
    return this.say('close.seen', { close })
  }

  openRound(proposal: string): string | undefined {
    return openRounds(this.proposal(proposal))[0]?.id
  }

  versionOf(round: string): string {
    return this.circle.rounds.get(round)?.version ?? ''
  }
}

export function words(change: Partial<VersionContent> = {}): VersionContent {
  const text = 'We cook together on Tuesdays.'
  return {
    title: 'Tuesday kitchen',
    text,
    driver: null,
    answers: null,
    review: '2027-01-01',
    criteria: [],
    owner: null,
    changes: null,
    effect: null,
    ...change,
  }
}
