import type { Circle } from '../circle.ts'
import type { Past } from '../causality.ts'
import type { Kinds } from '../kind.ts'
import { mustBelong, mustHaveRights } from '../members/rules.ts'
import { refusal, type Refusal } from '../refusal.ts'
import { charterIn } from './queries.ts'
import type { HelpingRecord } from './record.ts'

export const helpingKinds: Kinds<'helping.noted' | 'helping.reported' | 'helping.dissolved'> = {
  'helping.noted': {
    counts: ({ circle, past, body, by }) => mustBeChartered(circle, past, body.helping) ?? mustBelong(circle, past, by),
    add: (circle, spoken, { helping, text }) => void recordOf(circle, helping).notes.push({ ...spoken, text }),
  },
  'helping.reported': {
    counts: ({ circle, past, body, by }) =>
      mustBeChartered(circle, past, body.helping) ??
      mustBeOfIt(circle, past, body.helping, by) ??
      mustBelong(circle, past, by),
    add: (circle, spoken, { helping, text }) => void recordOf(circle, helping).reports.push({ ...spoken, text }),
  },
  'helping.dissolved': {
    counts: ({ circle, past, body, by }) =>
      mustBeChartered(circle, past, body.helping) ?? mustHaveRights(circle, past, by),
    add: (circle, spoken, { helping, reason }) =>
      void recordOf(circle, helping).dissolutions.push({ ...spoken, reason }),
    wise: ({ circle, body }) =>
      (circle.helping.get(body.helping)?.dissolutions.length ?? 0) > 0 ? refusal('already-done') : null,
  },
}

function mustBeChartered(circle: Circle, past: Past, id: string): Refusal | null {
  return charterIn(circle, past, id) === null ? refusal('no-such-helping-circle') : null
}

/** [X2] It reports by those who have the task. */
function mustBeOfIt(circle: Circle, past: Past, id: string, by: string): Refusal | null {
  return charterIn(circle, past, id)?.members.includes(by) === true ? null : refusal('not-of-it')
}

function recordOf(circle: Circle, helping: string): HelpingRecord {
  const known = circle.helping.get(helping)
  if (known !== undefined) return known
  const record: HelpingRecord = { helping, notes: [], reports: [], dissolutions: [] }
  circle.helping.set(helping, record)
  return record
}
