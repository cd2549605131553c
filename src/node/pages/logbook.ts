import type { InputOf, OutputOf } from '../../api/node-port.ts'
import type { Procedures } from '../../api/contract.ts'
import { dueOn } from '../../domain/agreements/life.ts'
import { byCodeUnit } from '../../domain/canonical.ts'
import type { Circle } from '../../domain/circle.ts'
import { nameOf } from '../../domain/members/queries.ts'
import { dayOf } from '../clock.ts'
import { entriesOf } from './logbook-entries.ts'
import type { Kept } from './logbook-kept.ts'
import { plain, plainWords } from './plain.ts'

type Page = OutputOf<Procedures['logbook']['list']>
type Entry = Page['items'][number]
type Asked = Omit<InputOf<Procedures['logbook']['list']>, 'circle' | 'owner'> & { readonly owner?: string | undefined }

const USUAL_LIMIT = 100

/** The circle's memory, as somebody looks for something in it. */
export function logbookPage(circle: Circle, asked: Asked, today: string): Pick<Page, 'items' | 'total'> {
  const { limit = USUAL_LIMIT, from = 0, whole = false, ...sought } = asked
  const words = plainWords(asked.search ?? '')
  const fits = fittingIn(circle, sought, words, today)
  const shown = fits.slice(from, from + limit)
  return { total: fits.length, items: shown.map(({ entry }) => entryShown(entry, words, whole, today)) }
}

type Found = { readonly kept: readonly Searchable[]; readonly sought: string; readonly fits: readonly Searchable[] }
const found = new WeakMap<Circle, Found>()

/** All that fits, in order. Whoever goes down a long list asks for the same again and again, from further on. */
function fittingIn(
  circle: Circle,
  asked: Omit<Asked, 'limit' | 'from' | 'whole'>,
  words: readonly string[],
  today: string,
): readonly Searchable[] {
  const kept = keptIn(circle)
  const sought = JSON.stringify([asked, today])
  const before = found.get(circle)
  if (before?.kept === kept && before.sought === sought) return before.fits
  const { order = 'newest' } = asked
  const fits = kept
    .filter((one) => isAsked(one, asked, today))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((a, b) => byTitle(a, b, words) || ORDER[order](circle, a.entry, b.entry))
  found.set(circle, { kept, sought, fits })
  return fits
}

type Searchable = { readonly entry: Kept; readonly title: string; readonly text: string }
const known = new WeakMap<Circle, { readonly counted: number; readonly kept: readonly Searchable[] }>()
const searched = new WeakMap<readonly string[], { readonly title: string; readonly text: string }>()

/** Looked up anew when something counted since; of that, only words that changed are made ready for searching. */
function keptIn(circle: Circle): readonly Searchable[] {
  const before = known.get(circle)
  if (before?.counted === circle.counted.size) return before.kept
  const kept = entriesOf(circle).map((entry) => ({ entry, ...searchable(entry.parts) }))
  known.set(circle, { counted: circle.counted.size, kept })
  return kept
}

function searchable(parts: readonly string[]) {
  const made = searched.get(parts) ?? { title: plain(parts[0] ?? ''), text: plain(parts.join('\n')) }
  searched.set(parts, made)
  return made
}

function isAsked({ entry }: Searchable, { kinds, state, owner, since, until }: Asked, today: string): boolean {
  if (kinds !== undefined && !kinds.includes(entry.kind)) return false
  if (owner !== undefined && entry.owner !== owner) return false
  if (state !== undefined && !isIn(state, entry, today)) return false
  const day = dayOf(entry.at)
  return (since === undefined || day >= since) && (until === undefined || day <= until)
}

function isIn(state: NonNullable<Asked['state']>, entry: Kept, today: string): boolean {
  const stands = entry.state !== null && entry.state !== 'superseded' && entry.kind !== 'ending'
  if (state === 'standing') return stands
  if (state === 'contested') return entry.state === 'contested'
  if (state === 'ended') return entry.became === 'ended'
  if (state === 'replaced') return entry.state === 'superseded' && entry.became !== 'ended'
  return dueIn(entry, today) === state
}

const dueIn = ({ state, review }: Kept, today: string) =>
  state === null || state === 'superseded' || review === null ? null : dueOn(review, today)

/** What is called by what was looked for comes first. */
function byTitle(a: Searchable, b: Searchable, words: readonly string[]): number {
  if (words.length === 0) return 0
  const isCalled = ({ title }: Searchable) => words.every((word) => title.includes(word))
  return Number(isCalled(b)) - Number(isCalled(a))
}

type Comparing = (circle: Circle, a: Kept, b: Kept) => number
const ORDER: Readonly<Record<NonNullable<Asked['order']>, Comparing>> = {
  newest: (_circle, a, b) => b.at - a.at || byCodeUnit(a.entry, b.entry),
  oldest: (_circle, a, b) => a.at - b.at || byCodeUnit(a.entry, b.entry),
  title: (_circle, a, b) => byCodeUnit(plain(a.title), plain(b.title)) || b.at - a.at,
  review: (_circle, a, b) => byCodeUnit(a.review ?? '~', b.review ?? '~') || b.at - a.at,
  owner: (circle, a, b) => byCodeUnit(ownerName(circle, a), ownerName(circle, b)) || b.at - a.at,
}

const ownerName = (circle: Circle, { owner }: Kept) => (owner === null ? '~' : plain(nameOf(circle, owner)))

function entryShown({ parts, saidBy, ...entry }: Kept, words: readonly string[], whole: boolean, today: string): Entry {
  const due = dueIn({ ...entry, parts }, today)
  const at = placeOf(parts, words)
  const by = saidBy?.get(at ?? 0)
  const found = at === null ? null : around(parts[at] ?? '', words, parts[0] ?? '')
  const shown = { ...entry, due, found, ...(by !== undefined && found !== null && { foundBy: by }) }
  return whole ? shown : { ...shown, text: null, driver: null, criteria: [], consents: [], borrowed: [] }
}

const AROUND = 8

/** The word that was looked for and that is not in the title. */
const wantedIn = (title: string, words: readonly string[]) => words.find((word) => !plain(title).includes(word))

/** The first part that has it. */
function placeOf([title = '', ...parts]: readonly string[], words: readonly string[]): number | null {
  const wanted = wantedIn(title, words)
  const at = wanted === undefined ? -1 : parts.findIndex((part) => plain(part).includes(wanted))
  return at === -1 ? null : at + 1
}

/** Some words around it. */
function around(part: string, words: readonly string[], title: string): string {
  const wanted = wantedIn(title, words) ?? ''
  const all = part.split(/\s+/)
  const at = all.findIndex((word) => plain(word).includes(wanted))
  const [start, end] = [Math.max(0, at - AROUND), at + AROUND]
  return `${start > 0 ? '… ' : ''}${all.slice(start, end).join(' ')}${end < all.length ? ' …' : ''}`
}
