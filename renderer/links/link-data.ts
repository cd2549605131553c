import type { Client } from '../../src/api/client.ts'
import type { StateTone } from '../ui/StateBadge.tsx'

export type CircleShown = Awaited<ReturnType<Client['circle']['show']>>
export type LinkLine = Awaited<ReturnType<Client['link']['list']>>['items'][number]
export type Trip = Awaited<ReturnType<Client['trip']['list']>>['items'][number]

export const LINK_TONES: Readonly<Record<LinkLine['state'], StateTone>> = {
  proposed: 'neutral',
  'consented-here': 'waiting',
  'consented-there': 'attention',
  differing: 'attention',
  agreed: 'waiting',
  active: 'good',
  due: 'attention',
  ended: 'ended',
}

/** Both have consented to the same, and neither has ended it. */
export const isLinked = ({ state }: LinkLine): boolean => state === 'agreed' || state === 'active' || state === 'due'
