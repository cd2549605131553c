import type { Client } from '../../src/api/client.ts'
import type { StateTone } from '../ui/StateBadge.tsx'

export type Meeting = Awaited<ReturnType<Client['meeting']['show']>>
export type MeetingLine = Awaited<ReturnType<Client['meeting']['list']>>['items'][number]
export type AgendaItem = Meeting['agenda'][number]
export type Who = Meeting['facilitator'][number]
export type Spoken = Meeting['spoken'][number]
export type MinutesData = Awaited<ReturnType<Client['minutes']['show']>>

export const MEETING_TONES: Readonly<Record<Meeting['state'], StateTone>> = {
  planned: 'neutral',
  running: 'waiting',
  ended: 'ended',
  cancelled: 'ended',
}

export const KINDS = ['report', 'explore', 'decide'] as const

/** As the program takes somebody: a person of the circle, or a guest by name. */
export const asWho = ({ person, name }: Who): { person: string } | { guest: string } =>
  person === null ? { guest: name } : { person }

export const hereNow = ({ attendance }: Meeting) => attendance.filter(({ here }) => here)

/** Whether this person noted themselves as here. */
export const amHere = (meeting: Meeting): boolean => hereNow(meeting).some(({ who }) => who.person === meeting.me)

/** Who is here and says things through somebody else's device. */
export const withoutDevice = (meeting: Meeting): Who[] =>
  hereNow(meeting).flatMap(({ who, device }) => (device ? [] : [who]))

export function currentItem({ point, agenda, left }: Meeting): AgendaItem | null {
  return [...agenda, ...left].find(({ item }) => item === point.item) ?? null
}

/** The moment of a day and a time as this device's clock has it; null where there is no such time. */
export function momentOf(day: string, time: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time.trim())
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  if (match === null || hour > 23 || minute > 59 || day === '') return null
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(year, month - 1, date, hour, minute).getTime()
}

/** The time of a moment as this device's clock has it, as `momentOf` reads it. */
export function clockOf(moment: number): string {
  const at = new Date(moment)
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** The page of what an item is about. */
export function pathOf({ kind, id }: NonNullable<AgendaItem['about']>, circle: string): string {
  if (kind === 'role') return `#/circles/${circle}/roles/${id}`
  if (kind === 'minutes') return `#/meetings/${id}/minutes`
  return `#/${kind}s/${id}`
}

export const isMinutes = (text: string): boolean => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 1440
