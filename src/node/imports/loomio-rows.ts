import { z } from 'zod'
import { damaged, fieldIn, ImportFault, tooBig } from './import-fault.ts'
import { parseJson } from './json.ts'
import { titleOf } from './thing.ts'

/**
 * What we take of a Loomio export: these columns and no others. E-mail and network addresses, tokens, sign-in times and
 * read marks are in the same lines; they are dropped unread. Columns come and go between its versions.
 */
const Key = z.int()
const key = z.int().nullish()
const text = z.string().nullish()
const time = z.string().nullish()
const flag = z.boolean().nullish()

export const TABLES = {
  groups: z.object({ id: Key, name: text, description: text, description_format: text, parent_id: key }),
  users: z.object({ id: Key, name: text, bot: flag }),
  memberships: z.object({ id: Key, group_id: key, user_id: key, accepted_at: time, revoked_at: time }),
  topics: z.object({ id: Key, group_id: key, topicable_type: text, topicable_id: key, discarded_at: time }),
  discussions: z.object({
    id: Key,
    title: text,
    description: text,
    description_format: text,
    topic_id: key,
    group_id: key,
    discarded_at: time,
    created_at: time,
  }),
  comments: z.object({
    id: Key,
    body: text,
    body_format: text,
    user_id: key,
    parent_type: text,
    parent_id: key,
    discussion_id: key,
    discarded_at: time,
    created_at: time,
  }),
  polls: z.object({
    id: Key,
    title: text,
    details: text,
    details_format: text,
    poll_type: text,
    anonymous: flag,
    topic_id: key,
    discussion_id: key,
    group_id: key,
    discarded_at: time,
    closed_at: time,
    created_at: time,
  }),
  poll_options: z.object({ id: Key, poll_id: key, name: text, icon: text, priority: key }),
  outcomes: z.object({
    id: Key,
    poll_id: key,
    statement: text,
    statement_format: text,
    latest: flag,
    created_at: time,
  }),
  stances: z.object({
    id: Key,
    poll_id: key,
    participant_id: key,
    reason: text,
    reason_format: text,
    latest: flag,
    cast_at: time,
    revoked_at: time,
    redacted_at: time,
    option_scores: z.record(z.string(), z.number()).nullish().catch(null),
  }),
  stance_choices: z.object({ id: Key, stance_id: key, poll_option_id: key }),
} as const
export type Table = keyof typeof TABLES
export type RowOf<T extends Table> = z.infer<(typeof TABLES)[T]>
export type LoomioRows = { readonly [T in Table]: Map<number, RowOf<T>> }

const Line = z.object({ table: z.string(), record: z.record(z.string(), z.unknown()) })
const MOST_ROWS = 500_000
/** Characters of the texts that are kept; a text longer than a person reads is cut. */
const MOST_TEXT = 48 * 1024 * 1024
const LONGEST_TEXT = 24_000
const MEGABYTE = 1024 * 1024

/** Takes in a file line by line; rows come before the rows that they point to, so nothing is put together before its end. */
export class LoomioLines {
  readonly rows: LoomioRows
  attachments = 0
  #kept = 0
  #text = 0

  constructor() {
    this.rows = Object.fromEntries(Object.keys(TABLES).map((table) => [table, new Map()])) as unknown as LoomioRows
  }

  /** `isLast`: a line that nothing follows may be one that was cut off. */
  take(line: string, number: number, isLast = false): void {
    if (line.trim() === '') return
    const read = Line.safeParse(parsed(line, number, isLast))
    if (!read.success) throw damaged('record', number, fieldIn('', read.error.issues[0]?.path) || 'none')
    const { table, record } = read.data
    if (table === 'attachments') this.attachments += 1
    if (!(table in TABLES)) return
    const row = TABLES[table as Table].safeParse(record)
    if (!row.success) throw damaged('record', number, fieldIn(table, row.error.issues[0]?.path))
    this.#keep(table as Table, row.data)
  }

  #keep(table: Table, row: { readonly id: number }): void {
    const short = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, this.#cut(value)]))
    const rows = this.rows[table] as Map<number, object>
    if (!rows.has(row.id)) this.#kept += 1
    rows.set(row.id, short)
    if (this.#kept > MOST_ROWS || this.#text > MOST_TEXT) throw tooBig(MOST_TEXT / MEGABYTE)
  }

  #cut(value: unknown): unknown {
    if (typeof value !== 'string') return value
    const short = value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)} …` : value
    this.#text += short.length
    return short
  }
}

/** Whether a line begins a Loomio export. */
export function isLoomioLine(line: string): boolean {
  try {
    return Line.safeParse(JSON.parse(line)).success
  } catch {
    return false
  }
}

/** Somebody's name; their addresses are not even here. */
export function personIn(rows: LoomioRows, id: number | null | undefined): string {
  return titleOf(rows.users.get(id ?? -1)?.name ?? '') ?? '?'
}

function parsed(line: string, number: number, isLast: boolean): unknown {
  try {
    return parseJson(line, number)
  } catch (error) {
    // Only of the last line can it be that its end is missing.
    if (isLast || !(error instanceof ImportFault)) throw error
    throw damaged('json', number, String(error.refusal.about?.['record'] ?? 'none'))
  }
}
