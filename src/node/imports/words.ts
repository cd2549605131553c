import type { Language } from '../exports/words.ts'
import type { PART_LABELS, Source, ThingKind } from './thing.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'

/** What the program says of a thing that came from elsewhere. */
export interface ImportWords {
  /** What the circle notices by it; `source` is the name of the program it comes from. */
  readonly statement: Readonly<Record<ThingKind, (source: string, title: string) => string>>
  readonly sources: Readonly<Record<Source, string>>
  readonly parts: Readonly<Record<(typeof PART_LABELS)[number], string>>
  readonly from: string
  readonly unsigned: string
  readonly shortened: string
  /** Why it waits here. */
  readonly need: string
}

const WORDS: Readonly<Record<Language, ImportWords>> = { en, es, fr, ar }

export const importWords = (language: Language): ImportWords => WORDS[language]
