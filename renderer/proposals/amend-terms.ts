import type { Way } from '../../src/domain/ways/way.ts'
import { fieldsOf, type WayFields, wayOf } from '../ways/way-fields.ts'
import type { WordKey } from '../words/en.ts'
import { linesOf } from './lines-of.ts'
import type { Proposal } from './page-data.ts'

type Version = Proposal['versions'][number]
type Effect = NonNullable<Version['effect']>

/** A part of what comes into force that can be said otherwise, and how it is typed. */
export type TermPart = {
  readonly part: string
  readonly as: 'line' | 'words' | 'lines' | 'months' | 'day'
  readonly label: WordKey
}

const NAME: TermPart = { part: 'name', as: 'line', label: 'circles.new.name' }
const DOMAIN: TermPart = { part: 'domain', as: 'words', label: 'circles.new.domain' }

/** What the words themselves say is not asked again: the aim of a role, a task. */
const PARTS: Readonly<Partial<Record<Effect['kind'], readonly TermPart[]>>> = {
  seat: [{ part: 'until', as: 'day', label: 'selections.propose.until' }],
  role: [
    { part: 'name', as: 'line', label: 'roles.name' },
    { part: 'domain', as: 'words', label: 'roles.domain' },
    { part: 'accountabilities', as: 'lines', label: 'roles.accountabilities' },
    { part: 'qualities', as: 'lines', label: 'roles.qualities' },
    { part: 'months', as: 'months', label: 'roles.months' },
  ],
  'helping-circle': [{ part: 'due', as: 'day', label: 'helping.due' }],
  'sub-circle': [NAME, DOMAIN],
  purpose: [NAME, { part: 'aim', as: 'words', label: 'circles.new.aim' }, DOMAIN],
  link: [
    { part: 'shares', as: 'words', label: 'links.shares' },
    { part: 'until', as: 'day', label: 'links.until' },
  ],
}

/** What is typed of a version that is to follow another. */
export type AmendDraft = {
  readonly text: string
  readonly review: string
  readonly criteria: string
  readonly parts: Readonly<Record<string, string>>
  readonly way: WayFields | null
}

const partsOfEffect = (effect: Effect | null): Readonly<Record<string, unknown>> => effect ?? {}
const typed = (value: unknown): string =>
  Array.isArray(value) ? value.join('\n') : typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** The parts of a version that can be changed: those that it says something of, or could. */
export function termPartsOf({ effect }: Pick<Version, 'effect'>): readonly TermPart[] {
  return effect === null ? [] : (PARTS[effect.kind] ?? [])
}

export const wayIn = ({ effect }: Pick<Version, 'effect'>): Way | null => (effect?.kind === 'way' ? effect.way : null)

export function draftFrom(version: Version): AmendDraft {
  const said = partsOfEffect(version.effect)
  const way = wayIn(version)
  return {
    text: version.text,
    review: version.review,
    criteria: version.criteria.join('\n'),
    parts: Object.fromEntries(termPartsOf(version).map(({ part }) => [part, typed(said[part])])),
    way: way === null ? null : fieldsOf(way),
  }
}

/** Only what differs from the version before, as the node takes it; null while something makes no sense. */
export function amendmentOf(version: Version, draft: AmendDraft) {
  const before = draftFrom(version)
  const parts = termPartsOf(version).filter(({ part }) => draft.parts[part] !== before.parts[part])
  const said = parts.map(({ part, as }) => [part, saidOf(as, draft.parts[part] ?? '')] as const)
  const way = changedWay(version, draft)
  const isWhole = draft.text.trim() !== '' && draft.review !== '' && way !== null
  if (!isWhole || said.some(([, value]) => value === undefined)) return null
  const effect = { ...way, ...Object.fromEntries(said.map(([part, value]) => [part, value ?? null])) }
  return {
    ...(draft.text === before.text ? {} : { text: draft.text }),
    ...(draft.review === before.review ? {} : { review: draft.review }),
    ...(draft.criteria === before.criteria ? {} : { criteria: linesOf(draft.criteria) }),
    ...(Object.keys(effect).length === 0 ? {} : { effect }),
  }
}

export type ChangedTerm = {
  readonly label: WordKey
  readonly before: string
  readonly after: string
  readonly isDay: boolean
}

/** How the terms of a version differ from those of the one before it. */
export function changedTerms(before: Version, after: Version): readonly ChangedTerm[] {
  const [old, now] = [draftFrom(before), draftFrom(after)]
  const way = wayIn(after)
  const terms: readonly ChangedTerm[] = [
    ...termPartsOf(after).map(({ part, as, label }) => {
      return { label, before: old.parts[part] ?? '', after: now.parts[part] ?? '', isDay: as === 'day' }
    }),
    ...(way === null ? [] : wayTerms(way.rule, old.way, now.way)),
    { label: 'proposals.new.review', before: old.review, after: now.review, isDay: true },
    { label: 'proposals.new.criteria', before: old.criteria, after: now.criteria, isDay: false },
  ]
  return terms.filter((term) => term.before !== term.after)
}

function wayTerms(rule: Way['rule'], old: WayFields | null, now: WayFields | null): readonly ChangedTerm[] {
  const number = {
    label: `ways.${rule as 'lazy'}.number`,
    before: old?.number ?? '',
    after: now?.number ?? '',
  } as const
  const words = { label: `ways.${rule as 'lazy'}.words`, before: old?.words ?? '', after: now?.words ?? '' } as const
  return [number, words].map((term) => ({ ...term, isDay: false }))
}

type Said = string | number | string[] | null

/** Undefined where it makes no sense; null takes the part away. */
function saidOf(as: TermPart['as'], text: string): Said | undefined {
  if (as === 'lines') return linesOf(text)
  const line = text.trim()
  if (as === 'words') return line === '' ? null : text
  if (line === '') return undefined
  if (as !== 'months') return text
  return /^\d{1,3}$/.test(line) && Number(line) >= 1 && Number(line) <= 120 ? Number(line) : undefined
}

/** The parts of a way that differ; null where what is typed is no way. */
function changedWay(version: Version, draft: AmendDraft): Readonly<Record<string, Said>> | null {
  const before = wayIn(version)
  if (before === null || draft.way === null) return {}
  const after = wayOf(before.rule, draft.way)
  if (after === null) return null
  const old: Readonly<Record<string, unknown>> = before
  const changed = Object.entries(after).filter(([part, value]) => typed(value) !== typed(old[part]))
  return Object.fromEntries(changed)
}
