import type { Client } from '../../src/api/client.ts'
import type { StateTone } from '../ui/StateBadge.tsx'

export type Driver = Awaited<ReturnType<Client['driver']['show']>>

/** What a driver can be taken apart into. */
export const PARTS = ['situation', 'effect', 'need', 'requirement'] as const

export const DRIVER_TONES: Readonly<Record<Driver['state'], StateTone>> = {
  noticed: 'neutral',
  accepted: 'waiting',
  'passed-on': 'ended',
  discarded: 'ended',
  answered: 'good',
}
