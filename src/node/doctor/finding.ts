import type { DoctorCode, DoctorStep } from '../../api/contract/doctor.ts'
import type { CircleSession } from '../circle-session.ts'
import type { RunningNode } from '../node.ts'
import type { ReachOf } from '../reach.ts'

export type Finding = {
  readonly outcome: 'good' | 'advice' | 'bad' | 'skipped'
  readonly code: DoctorCode
  readonly about?: Readonly<Record<string, string | number>>
}

/** What a step may look at: the circles that are asked about, and as far as any of them may be found. */
export type Case = { readonly node: RunningNode; readonly sessions: readonly CircleSession[]; readonly reach: ReachOf }

export type Step = {
  readonly name: DoctorStep
  /** Packets leave this machine for it. */
  readonly sends: boolean
  readonly limitMs: number
  readonly take: (given: Case, signal: AbortSignal) => Promise<Finding> | Finding
}

export const NOT_NEEDED: Finding = { outcome: 'skipped', code: 'not-needed' }
