export const SOURCES = ['loomio', 'glassfrog', 'holaspirit', 'table'] as const
export type Source = (typeof SOURCES)[number]

/** Decided, proposed or talked about elsewhere; a role, a circle or a policy as it was there. */
export const THING_KINDS = ['decided', 'proposed', 'role', 'circle', 'policy', 'talked'] as const
export type ThingKind = (typeof THING_KINDS)[number]

export const PART_LABELS = [
  'circle',
  'aim',
  'domain',
  'accountabilities',
  'qualities',
  'months',
  'heldBy',
  'outcome',
  'proposal',
  'votes',
  'concerns',
  'description',
  'comments',
] as const

/** A piece of a thing: people's words, or a line each. */
export interface Part {
  readonly label: (typeof PART_LABELS)[number]
  readonly text: string | readonly string[]
}

/** Something that a file holds and a circle may take up as noticed: nothing in it is anybody's consent here. */
export interface Thing {
  /** The same whenever the same file is read. */
  readonly key: string
  readonly kind: ThingKind
  readonly title: string
  /** When it was decided or begun there, in ms; null where the file does not say. */
  readonly at: number | null
  readonly parts: readonly Part[]
}

/** What was left out on purpose, for the person to know. */
export const LEFT_OUT = ['deleted', 'private', 'undecided-polls', 'attachments', 'empty'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

export interface Reading {
  readonly source: Source
  /** What the group or organisation is called there. */
  readonly name: string | null
  readonly things: readonly Thing[]
  /** Whom to invite: names only, and only shown. */
  readonly people: readonly string[]
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>
}

/** More than any circle can go through; a file with more of them is no circle's. */
export const MOST_THINGS = 5000
const LONGEST_TITLE = 150

/** One line, whole characters; undefined where nothing is left. */
export function titleOf(text: string): string | undefined {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  const characters = [...line]
  const short = characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')}…` : line
  return short === '' ? undefined : short
}

/** Only what says something. */
export function partsOf(parts: readonly Part[]): Part[] {
  return parts.flatMap(({ label, text }): Part[] => {
    if (typeof text === 'string') return text.trim() === '' ? [] : [{ label, text: text.trim() }]
    const lines = text.map((line) => line.trim()).filter((line) => line !== '')
    return lines.length === 0 ? [] : [{ label, text: lines }]
  })
}
