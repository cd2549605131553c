import type { Spoken } from '../circle.ts'
import type { Body } from '../events.ts'
import type { ActionContent } from './events.ts'

export interface ActionRecord extends Spoken {
  readonly from: Body<'action.noted'>['from']
  /** What it was noted as, and every change. */
  readonly states: (Spoken & { readonly content: ActionContent })[]
  readonly endings: ActionEnding[]
  readonly reopenings: (Spoken & { readonly reason: string })[]
}

export interface ActionEnding extends Spoken {
  readonly as: 'done' | 'dropped'
  /** Why it was dropped, or what came of it. */
  readonly text: string | null
}

export const createActions = (): Map<string, ActionRecord> => new Map()
