import { app } from 'electron'
import { ar } from './words/ar.ts'
import { en, type ShellWords } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'

const ALL: Readonly<Record<string, ShellWords>> = { en, es, fr, ar }
let chosen: string | undefined

/** The window's language, once a page has said which; until then the first of the system's that there are words for. */
export function shellWords(): ShellWords {
  const tags = [chosen ?? '', ...app.getPreferredSystemLanguages()].map((tag) => tag.slice(0, 2).toLowerCase())
  return tags.map((tag) => ALL[tag]).find((words) => words !== undefined) ?? en
}

/** True where that changed something. */
export function speak(language: unknown): boolean {
  if (typeof language !== 'string' || !Object.hasOwn(ALL, language) || language === chosen) return false
  chosen = language
  return true
}
