import type { ProposalRecord } from '../../domain/circle.ts'
import { Effect } from '../../domain/proposals/effect.ts'
import type { VersionContent } from '../../domain/proposals/events.ts'
import { refuse } from '../../domain/refusal.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk } from '../desk.ts'
import { must } from './answering.ts'
import { day, title, wordList, words } from './texts.ts'

type Said = string | number | readonly string[] | null
type Changes = {
  readonly text?: string | undefined
  readonly title?: string | undefined
  readonly review?: string | undefined
  readonly criteria?: readonly string[] | undefined
  readonly effect?: Readonly<Record<string, Said>> | undefined
}

/** What is not changed stays as it stood in the (first) version amended. */
export function amendedContent(
  desk: Desk,
  session: CircleSession,
  proposal: ProposalRecord,
  parents: readonly string[],
  changes: Changes,
): VersionContent {
  const before = proposal.versions.find(({ id }) => id === parents[0])?.content ?? must(refuse('no-such-version'))
  const text = changes.text === undefined ? before.text : must(words(changes.text, 'text'))
  return {
    ...before,
    text,
    ...(changes.title === undefined ? {} : { title: must(title(changes.title, 'title')) }),
    ...(changes.review === undefined ? {} : { review: must(day(changes.review)) }),
    ...(changes.criteria === undefined ? {} : { criteria: must(wordList(changes.criteria, 'criteria')) }),
    effect: amendedEffect(desk, session, before, text, changes.effect ?? {}),
  }
}

/**
 * [P10] The same seat, way or helping circle in other terms. Whatever said the same as the words goes on doing so: of a
 * role, a task or an aim nobody says twice what it is for.
 */
function amendedEffect(
  desk: Desk,
  session: CircleSession,
  { effect, text: before }: VersionContent,
  text: string,
  changes: Readonly<Record<string, Said>>,
): Effect | null {
  if (effect === null) return Object.keys(changes).length === 0 ? null : must(refuse('another-matter'))
  const parts: Readonly<Record<string, unknown>> = effect.kind === 'way' ? effect.way : effect
  const said = Object.entries(changes).map(([part, value]) => {
    if (!(part in parts) || FIXED.has(part)) must(refuse('another-matter'))
    return [part, partOf(desk, session, part, value)] as const
  })
  const changed = { ...parts, ...alike(parts, before, text), ...Object.fromEntries(said) }
  const whole = effect.kind === 'way' ? { kind: 'way', way: changed } : changed
  return Effect.safeParse(whole).data ?? must(refuse('malformed'))
}

/** The same with other words: an aim that was the words follows them. */
export function inOtherWords(effect: Effect | null, before: string, text: string): Effect | null {
  return effect === null ? null : (Effect.safeParse({ ...effect, ...alike(effect, before, text) }).data ?? effect)
}

function alike(parts: Readonly<Record<string, unknown>>, before: string, text: string): Record<string, string> {
  const same = Object.keys(parts).filter((part) => !FIXED.has(part) && parts[part] === before)
  return Object.fromEntries(same.map((part) => [part, text]))
}

/** What makes it that matter and no other. */
const FIXED: ReadonlySet<string> = new Set([
  'kind',
  'rule',
  'standard',
  'role',
  'selection',
  'circle',
  'device',
  'person',
])
const PEOPLE: ReadonlySet<string> = new Set(['founder', 'members'])

function partOf(desk: Desk, session: CircleSession, part: string, value: Said): unknown {
  if (value === null || typeof value === 'number') return value
  const isDate = part === 'until' || part === 'due'
  if (isDate) return must(day(String(value)))
  if (PEOPLE.has(part)) {
    const idOf = (one: string) => must(desk.person(session, one))
    return typeof value === 'string' ? idOf(value) : [...new Set(value.map(idOf))].sort()
  }
  if (typeof value !== 'string') return must(wordList(value, part))
  return must(part === 'name' ? title(value, part) : words(value, part))
}
