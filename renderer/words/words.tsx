import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { createIntl, createIntlCache, type IntlShape } from 'react-intl'
import type { Refusal } from '../../src/domain/refusal.ts'
import { words as english, type WordKey } from './en.ts'
import { frenchWords, withShort } from './french.ts'
import { directionOf, keepLanguage, type Language } from './language.ts'

type Values = Record<string, string | number>
type Catalogue = { readonly language: Language; readonly words: Readonly<Record<WordKey, string>> }

/** What a page needs to speak the person's language. */
export interface Words {
  t(key: WordKey, values?: Values): string
  /** What happened and what to do next, for a "no" of the program. */
  refusal(refusal: Refusal): string
  /** A calendar day, from YYYY-MM-DD. */
  date(day: string): string
  /** A moment, from ms. */
  time(ms: number): string
  /** "3 days ago". */
  ago(ms: number, now: number): string
  list(items: readonly string[]): string
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  setLanguage(language: Language): void
}

const LOADERS: Readonly<Record<Language, () => Promise<{ words: Record<WordKey, string> }>>> = {
  en: async () => ({ words: english }),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
}

/** Only the language in use is loaded. */
export async function loadWords(language: Language): Promise<Catalogue> {
  return { language, words: (await LOADERS[language]()).words }
}

const Context = createContext<Words | null>(null)

export function WordsProvider({ first, children }: { readonly first: Catalogue; readonly children: ReactNode }) {
  const [catalogue, setCatalogue] = useState(first)
  const value = useMemo(
    () =>
      wordsOf(catalogue, (language) => {
        keepLanguage(localStorage, language)
        void loadWords(language).then(setCatalogue)
      }),
    [catalogue],
  )
  useEffect(() => {
    document.documentElement.lang = catalogue.language
    document.documentElement.dir = directionOf(catalogue.language)
  }, [catalogue.language])
  return <Context value={value}>{children}</Context>
}

export function useWords(): Words {
  const words = use(Context)
  if (words === null) throw new Error('no words around this component')
  return words
}

function wordsOf({ language, words }: Catalogue, setLanguage: (language: Language) => void): Words {
  const messages = language === 'fr' ? frenchWords(words) : words
  const intl = createIntl({ locale: language, messages, onError: raise }, createIntlCache())
  const t = (key: WordKey, values?: Values) =>
    intl.formatMessage({ id: key }, language === 'fr' ? withShort(values) : values)
  return {
    t,
    refusal: (refusal) => refusalWords(t, words, refusal, intl),
    // Noon in UTC is the same calendar day almost everywhere; the day carries no zone of its own.
    date: (day) => intl.formatDate(new Date(`${day}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' }),
    time: (ms) => intl.formatDate(new Date(ms), { dateStyle: 'medium', timeStyle: 'short' }),
    ago: (ms, now) => agoIn(intl, ms - now),
    list: (items) => intl.formatList(items),
    language,
    direction: directionOf(language),
    setLanguage,
  }
}

function refusalWords(
  t: Words['t'],
  words: Catalogue['words'],
  { code, about = {} }: Refusal,
  intl: IntlShape,
): string {
  const key = `refusal.${code}`
  const values = Object.entries(about).map(([name, value]) => [
    name,
    Array.isArray(value) ? intl.formatList(value) : value,
  ])
  // A program of a later version may refuse with a code that this one has no words for.
  return key in words ? t(key as WordKey, Object.fromEntries(values) as Values) : t('refusal.other', { code })
}

function agoIn(intl: IntlShape, difference: number): string {
  const minutes = Math.round(difference / 60_000)
  if (Math.abs(minutes) < 60) return intl.formatRelativeTime(minutes, 'minute', { numeric: 'auto' })
  const hours = Math.round(minutes / 60)
  if (Math.abs(hours) < 36) return intl.formatRelativeTime(hours, 'hour', { numeric: 'auto' })
  return intl.formatRelativeTime(Math.round(hours / 24), 'day', { numeric: 'auto' })
}

function raise(error: Error): void {
  throw error
}
