import type { Body } from '../../src/domain/events.ts'
import type { Who } from '../../src/domain/meetings/events.ts'
import type { MeetingRecord } from '../../src/domain/meetings/records.ts'
import type { Person } from './people.ts'

const TOPIC: Omit<Body<'agenda.changed'>, 'item'> = {
  kind: 'decide',
  title: 'The oven',
  minutes: 15,
  owner: null,
  about: null,
}

/** A meeting that this person calls. */
export function calls(me: Person, follows: string | null = null): string {
  const plan = { title: 'Kitchen evening', starts: 1_800_000_000_000, minutes: 90, place: null, note: null }
  return me.say('meeting.scheduled', { ...plan, follows })
}

export function adds(me: Person, meeting: string, position: string, change: Partial<typeof TOPIC> = {}): string {
  return me.say('agenda.added', { meeting, ...TOPIC, ...change, position })
}

/** Begins, and notes who is here: with an own device, unless said. */
export function begins(me: Person, meeting: string, here: readonly Person[], without: readonly Person[] = []): void {
  me.say('meeting.started', { meeting })
  for (const one of here) me.say('meeting.attended', { meeting, who: who(one), here: true, device: true })
  for (const one of without) me.say('meeting.attended', { meeting, who: who(one), here: true, device: false })
}

export const who = (person: Person): Who => ({ person: person.id })

export function meetingAt(me: Person, id: string): MeetingRecord {
  const meeting = me.circle.meetings.meetings.get(id)
  if (meeting === undefined) throw new Error(`${me.name} knows no such meeting`)
  return meeting
}
