import type { Client } from '../../src/api/client.ts'
import type { StateTone } from '../ui/StateBadge.tsx'

export type RoleLine = Awaited<ReturnType<Client['role']['list']>>['items'][number]
export type Role = Awaited<ReturnType<Client['role']['show']>>
export type Circle = Awaited<ReturnType<Client['circle']['show']>>

export const SEAT_TONES: Readonly<Record<RoleLine['state'], StateTone>> = {
  vacant: 'neutral',
  filled: 'good',
  'term-due': 'waiting',
  apart: 'attention',
}

/** Members with consent rights, not those who left. */
export const isMemberIn = ({ members, me }: Circle): boolean =>
  members.some(({ person, state }) => person === me && state !== 'guest' && state !== 'left' && state !== 'removed')
