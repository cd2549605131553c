import type { Circle } from '../circle.ts'
import type { Past } from '../causality.ts'
import type { Body } from '../events.ts'
import type { Kinds } from '../kind.ts'
import { mustBeHere, mustHaveRights } from '../members/rules.ts'
import type { Refusal } from '../refusal.ts'
import type { BacklogRecord } from './record.ts'

export const backlogKinds: Kinds<'backlog.placed' | 'backlog.noted'> = {
  'backlog.placed': {
    counts: ({ circle, past, by }) => mustHaveRights(circle, past, by),
    add: (circle, spoken, { item, under }) => void recordOf(circle, item).places.push({ ...spoken, under }),
  },
  'backlog.noted': {
    counts: ({ circle, past, body, by }) => mustHaveRights(circle, past, by) ?? ownerIsHere(circle, past, body),
    add: (circle, spoken, { item, note }) => void recordOf(circle, item).notes.push({ ...spoken, note }),
  },
}

function ownerIsHere(circle: Circle, past: Past, { note }: Body<'backlog.noted'>): Refusal | null {
  return note.what === 'owner' && note.owner !== null ? mustBeHere(circle, past, note.owner) : null
}

function recordOf(circle: Circle, item: string): BacklogRecord {
  const known = circle.backlog.get(item)
  if (known !== undefined) return known
  const record: BacklogRecord = { item, places: [], notes: [] }
  circle.backlog.set(item, record)
  return record
}
