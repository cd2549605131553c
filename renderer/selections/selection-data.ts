import type { Client } from '../../src/api/client.ts'
import type { StateTone } from '../ui/StateBadge.tsx'
import type { StepState } from '../ui/Steps.tsx'

export type Selection = Awaited<ReturnType<Client['selection']['show']>>

export const SELECTION_TONES: Readonly<Record<Selection['state'], StateTone>> = {
  nominating: 'waiting',
  revealed: 'waiting',
  changing: 'waiting',
  proposed: 'waiting',
  consenting: 'waiting',
  selected: 'good',
  returned: 'attention',
  'none-suitable': 'ended',
}

const STEPS = ['nominate', 'reasons', 'change', 'propose', 'consent'] as const
type Step = (typeof STEPS)[number]

const NOW: Readonly<Record<Selection['state'], Step | null>> = {
  nominating: 'nominate',
  revealed: 'change',
  changing: 'change',
  returned: 'propose',
  proposed: 'propose',
  consenting: 'consent',
  selected: null,
  'none-suitable': null,
}

/** The way of a selection, and where on it this one is. */
export function stepsOf({ state }: Selection): { readonly id: Step; readonly state: StepState }[] {
  const now = NOW[state]
  const at = now === null ? STEPS.length : STEPS.indexOf(now)
  const rest: StepState = state === 'none-suitable' ? 'skipped' : 'done'
  return STEPS.map((id, index) => ({ id, state: index < at ? (now === null ? rest : 'done') : stateAfter(index, at) }))
}

const stateAfter = (index: number, at: number): StepState => (index === at ? 'now' : 'later')

export const isGoingOn = ({ state }: Selection): boolean => state !== 'selected' && state !== 'none-suitable'
