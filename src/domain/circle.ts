import type { BacklogRecord } from './backlog/record.ts'
import { createLostKeys, type EpochRecord, type LostKeys } from './epochs/record.ts'
import { createEvidence, type Evidence } from './evidence/record.ts'
import type { ForkRecord } from './forks/record.ts'
import type { DriverRecord } from './drivers/record.ts'
import { createForming, type Forming } from './forming/record.ts'
import type { HelpingRecord } from './helping/record.ts'
import { createStanding, type Standing } from './standing/record.ts'
import type { EndRecord } from './proposals/records.ts'
import { createActions, type ActionRecord } from './actions/records.ts'
import { createMeetings, type Meetings } from './meetings/records.ts'
import { createStatements, type Statements } from './statements/record.ts'
import { createSpokenWords, type SpokenWord } from './spoken/records.ts'
import type { DeviceRecord, MemberRecord } from './members/records.ts'
import type { Result } from './agreements/events.ts'
import type { Effect } from './proposals/effect.ts'
import type { VersionContent } from './proposals/events.ts'
import type { EventType } from './events.ts'
import type { Refusal } from './refusal.ts'
import type { Stamp } from './causality.ts'
import type { ReviewRecord } from './reviews/records.ts'
import type { LaidDownRecord } from './roles/records.ts'
import type { SelectionRecord } from './selections/records.ts'

/**
 * What a circle is: sets of what counted, nothing else. The states of members, rounds, objections and agreements are
 * queries over these sets (architecture.md, law 4), so every causally valid order of the same events gives the same circle.
 * Records are only ever added to (D2.6); the maps are owned by the fold.
 */
export interface Circle {
  readonly id: string
  genesis: Genesis | null
  readonly members: Map<string, MemberRecord>
  /** Every device that anybody let in, by its signing key. */
  readonly devices: Map<string, DeviceRecord>
  readonly proposals: Map<string, ProposalRecord>
  readonly slots: Map<string, SlotRecord>
  readonly versions: Map<string, VersionRecord>
  readonly questions: Map<string, QuestionRecord>
  readonly rounds: Map<string, RoundRecord>
  readonly responses: Map<string, ResponseRecord>
  readonly closes: Map<string, CloseRecord>
  readonly agreements: Map<string, AgreementRecord>
  /** How every epoch was opened. */
  readonly epochs: EpochRecord[]
  readonly lostKeys: LostKeys
  readonly forks: ForkRecord[]
  readonly evidence: Evidence
  readonly selections: Map<string, SelectionRecord>
  readonly reviews: Map<string, ReviewRecord>
  /** By role. */
  readonly laidDown: Map<string, readonly LaidDownRecord[]>
  /** By agreement. */
  readonly evaluations: Map<string, EvaluationRecord[]>
  readonly drivers: Map<string, DriverRecord>
  readonly backlog: Map<string, BacklogRecord>
  readonly forming: Forming
  /** By the agreement that gives the task. */
  readonly helping: Map<string, HelpingRecord>
  readonly standing: Standing
  readonly statements: Statements
  /** Valid closes that end links of this circle. */
  readonly unlinks: CloseRecord[]
  readonly actions: Map<string, ActionRecord>
  readonly meetings: Meetings
  readonly words: Map<string, SpokenWord>
  /** Valid closes in the order they came: only ever asked "any in this past?". */
  readonly adoptions: CloseRecord[]
  /** Every event of an admitted device in its own chain, counted or not. */
  readonly stamps: Map<string, Stamp>
  readonly counted: Map<string, Act>
  readonly refused: Map<string, RefusedEvent>
  /** What was found in a log that is not its device's, as "id in writer" ([E4]). */
  readonly copies: Set<string>
  /** The newest counted event of each device; of two at one sequence, the first by id. */
  readonly latest: Map<string, Stamp>
  /** The newest counted event of each branch, by its index: the circle's clock, forks and all. */
  readonly tips: Map<number, { readonly device: string; readonly stamp: Stamp }>
}

export interface Genesis {
  readonly stamp: Stamp
  readonly name: string
  readonly aim: string
  readonly domain: string | null
  /** [C1] Founded to practise in: nothing it came to binds anyone. */
  readonly practice: boolean
  readonly nonce: string
  readonly epoch: string
  /** [C9] */
  readonly forkOf?: { readonly circle: string; readonly at: readonly string[] } | undefined
}

/** One counted event, as the story tells it. */
export interface Act {
  readonly stamp: Stamp
  readonly type: EventType
  readonly person: string
  readonly device: string
  readonly at: number
  /** Where it stands in a story: no earlier than what it built on, whatever its clock said, and after it. */
  readonly time: number
  readonly depth: number
}

export interface RefusedEvent {
  readonly refusal: Refusal
  readonly type: string
  readonly device: string
  readonly person: string | null
  readonly at: number
}

/** What only one agreement can hold at a time (`proposals/slots.ts`), with all that was said about it. */
export interface SlotRecord {
  readonly id: string
  readonly responses: ResponseRecord[]
  readonly closes: CloseRecord[]
}

export interface ProposalRecord {
  readonly id: string
  readonly slot: SlotRecord
  readonly stamp: Stamp
  readonly author: string
  readonly versions: VersionRecord[]
  readonly questions: QuestionRecord[]
  readonly understood: Spoken[]
  readonly reactions: (Spoken & { readonly text: string | null })[]
  readonly rounds: RoundRecord[]
  readonly responses: ResponseRecord[]
  readonly closes: CloseRecord[]
  readonly ends: EndRecord[]
  readonly concerns: ConcernRecord[]
  readonly acts: Act[]
}

export interface Spoken {
  readonly id: string
  readonly stamp: Stamp
  readonly person: string
  /** What its author's clock said, in milliseconds: a claim. */
  readonly at: number
}

export interface VersionRecord extends Spoken {
  readonly proposal: string
  readonly parents: readonly string[]
  readonly content: VersionContent
  readonly integrates: readonly string[]
}

export interface QuestionRecord extends Spoken {
  readonly proposal: string
  readonly text: string
  readonly answers: (Spoken & { readonly text: string })[]
}

export interface RoundRecord extends Spoken {
  readonly proposal: string
  readonly version: string
  readonly electorate: readonly string[]
  readonly skipped: readonly SkippedStep[]
  /** [R9] */
  readonly clause?: { readonly agreement: string; readonly deadline: number } | undefined
}

/** A step of the path that was not gone through when the round opened: it stays visible for ever. */
export interface SkippedStep {
  readonly step: 'clarifying' | 'reactions'
  readonly missing: readonly string[]
}

export interface ResponseRecord extends Spoken {
  readonly proposal: string
  readonly round: string
  readonly version: string
  readonly answer: 'consent' | 'objection'
  /** Only an objection has one, and always. */
  readonly reason: string | null
  /** The agreement whose close its author knew of: no answer to a round but an objection to that agreement (D3 row 3). */
  readonly late: string | null
  /** Spoken in a room and written down by another: then `stamp` is the other's, and it stands only as [V2] says. */
  readonly heard: SpokenWord | null
  readonly understoodBy: Spoken[]
  /** [O4] What others said of it, where the circle tests objections. */
  readonly tests: (Spoken & { readonly qualifies: boolean; readonly reason: string })[]
  readonly withdrawn: Spoken[]
  readonly reframed: Spoken[]
}

export interface CloseRecord extends Spoken {
  readonly proposal: string
  readonly round: string
  readonly version: string
  readonly agreement: string
  readonly effect: Effect | null
  readonly consents: readonly { readonly person: string; readonly response: string }[]
  readonly without?: readonly { readonly person: string; readonly agreement: string }[] | undefined
  readonly after?: string | undefined
  readonly since?: string | undefined
  readonly spoken?: string | undefined
  readonly borrowed?: readonly string[] | undefined
  readonly tested?: readonly string[] | undefined
  /** The words that a valid one cites, by person: what row 8 compares. */
  readonly cited: readonly { readonly person: string; readonly word: ResponseRecord }[]
  /** Why it is no valid certificate; null where it is one. Decided by its own past alone. */
  readonly problem: Refusal | null
}

export interface AgreementRecord {
  readonly id: string
  readonly proposal: string
  readonly round: string
  readonly version: string
  readonly closes: CloseRecord[]
}

export interface EvaluationRecord extends Spoken {
  readonly agreement: string
  readonly results: readonly Result[]
  readonly note: string | null
}

export interface ConcernRecord extends Spoken {
  readonly agreement: string | null
  readonly text: string
}

export function createCircle(id: string): Circle {
  return {
    id,
    genesis: null,
    members: new Map(),
    devices: new Map(),
    proposals: new Map(),
    slots: new Map(),
    versions: new Map(),
    questions: new Map(),
    rounds: new Map(),
    responses: new Map(),
    closes: new Map(),
    agreements: new Map(),
    epochs: [],
    lostKeys: createLostKeys(),
    forks: [],
    evidence: createEvidence(),
    selections: new Map(),
    reviews: new Map(),
    laidDown: new Map(),
    evaluations: new Map(),
    drivers: new Map(),
    backlog: new Map(),
    forming: createForming(),
    helping: new Map(),
    standing: createStanding(),
    statements: createStatements(),
    unlinks: [],
    actions: createActions(),
    meetings: createMeetings(),
    words: createSpokenWords(),
    adoptions: [],
    stamps: new Map(),
    counted: new Map(),
    refused: new Map(),
    copies: new Set(),
    latest: new Map(),
    tips: new Map(),
  }
}
