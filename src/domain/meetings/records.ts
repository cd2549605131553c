import type { Past } from '../causality.ts'
import type { Circle, Spoken } from '../circle.ts'
import type { Body } from '../events.ts'
import type { AgendaTopic, MeetingPlan, MeetingStep, Who } from './events.ts'

/** All meetings of a circle, and their parts by id. */
export interface Meetings {
  readonly meetings: Map<string, MeetingRecord>
  readonly items: Map<string, AgendaItemRecord>
  readonly speakings: Map<string, SpeakingRecord>
  readonly minutes: Map<string, MinutesRecord>
}

export interface MeetingRecord extends Spoken {
  readonly follows: string | null
  /** As scheduled, and every move. */
  readonly plans: (Spoken & { readonly plan: MeetingPlan })[]
  readonly cancelled: (Spoken & { readonly reason: string })[]
  readonly starts: Spoken[]
  readonly ends: Spoken[]
  readonly led: (Spoken & { readonly as: 'facilitator' | 'secretary'; readonly who: Who })[]
  readonly attended: Attended[]
  readonly steered: (Spoken & { readonly step: MeetingStep; readonly item: string | null })[]
  readonly notes: MeetingNote[]
  readonly evaluations: Evaluation[]
  readonly answers: AgendaAnswer[]
  readonly items: AgendaItemRecord[]
  readonly speakings: SpeakingRecord[]
  readonly minutes: MinutesRecord[]
}

export interface Attended extends Spoken {
  readonly who: Who
  readonly here: boolean
  readonly device: boolean
}

export interface MeetingNote extends Spoken {
  readonly item: string | null
  readonly kind: 'information' | 'note' | 'backlog'
  readonly text: string
}

export type Evaluation = Spoken & Omit<Body<'meeting.evaluated'>, 'meeting'>
export type AgendaAnswer = Spoken & Omit<Body<'agenda.answered'>, 'meeting'>

export interface AgendaItemRecord extends Spoken {
  readonly meeting: string
  readonly topics: (Spoken & { readonly topic: AgendaTopic })[]
  readonly places: (Spoken & { readonly position: string })[]
  readonly removals: (Spoken & { readonly as: 'removed' | 'handed-back'; readonly reason: string | null })[]
  readonly outcomes: (Spoken & { readonly text: string })[]
}

export interface SpeakingRecord extends Spoken {
  readonly meeting: string
  readonly step: MeetingStep
  readonly item: string | null
  readonly prompt: string | null
  readonly order: readonly Who[]
  readonly turns: Turn[]
}

export interface Turn extends Spoken {
  readonly who: Who
  readonly as: 'done' | 'pass' | 'again'
  readonly text: string | null
}

/** One text of a meeting's minutes. */
export interface MinutesRecord extends Spoken {
  readonly meeting: string
  readonly parents: readonly string[]
  readonly text: string
}

export function createMeetings(): Meetings {
  return { meetings: new Map(), items: new Map(), speakings: new Map(), minutes: new Map() }
}

export function areMinutesOf(circle: Circle, past: Past, id: string, meeting: string): boolean {
  const minutes = circle.meetings.minutes.get(id)
  return minutes?.meeting === meeting && past.has(minutes.stamp)
}
