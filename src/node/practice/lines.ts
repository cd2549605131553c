import { ar } from './lines/ar.ts'
import { en } from './lines/en.ts'
import { es } from './lines/es.ts'
import { fr } from './lines/fr.ts'

export const PRACTICE_LANGUAGES = ['en', 'es', 'fr', 'ar'] as const
export type PracticeLanguage = (typeof PRACTICE_LANGUAGES)[number]

/** A line for a person's first proposal, their second, their third; then from the start again. */
export type InTurn = readonly [string, string, string]

/**
 * All that the program says in a practice circle, in the person's language. The companions do not understand what the
 * person writes: their lines have to fit whatever is proposed.
 */
export interface Lines {
  /** Who asks, and who objects. */
  readonly names: readonly [string, string]
  readonly circle: { readonly name: string; readonly aim: string }
  /** What a person who has nothing to propose may take. `amended` is `text` and what integrates the objection. */
  readonly suggestion: {
    readonly title: string
    readonly text: string
    readonly answer: string
    readonly addition: string
  }
  readonly question: InTurn
  readonly reaction: { readonly asks: InTurn; readonly objects: InTurn }
  readonly objection: InTurn
  /** Why somebody for a role: one says it to whoever practises, the other of the first companion. */
  readonly nomination: { readonly asks: string; readonly objects: string }
  /** To a clarifying question that was put to everyone. */
  readonly answer: string
}

const LINES: Readonly<Record<PracticeLanguage, Lines>> = { en, es, fr, ar }

export const linesOf = (language: PracticeLanguage): Lines => LINES[language]
