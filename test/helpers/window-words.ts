import { createIntl, createIntlCache } from 'react-intl'
import { frenchWords, withShort } from '../../renderer/words/french.ts'
import type { WordKey } from '../../renderer/words/en.ts'
import type { Language } from '../../renderer/words/language.ts'

/** What the window says for a key, so that no test repeats its texts. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string

export async function sayingIn(language: Language): Promise<Say> {
  const { words } = (await import(`../../renderer/words/${language}.ts`)) as { words: Record<string, string> }
  const raise = (error: Error) => {
    throw error
  }
  const isFrench = language === 'fr'
  const messages = isFrench ? frenchWords(words) : words
  const intl = createIntl({ locale: language, messages, onError: raise }, createIntlCache())
  // The browser tells the names of things with plain spaces.
  const told = (text: string) => text.replaceAll('\u00a0', ' ')
  return (key, values) => told(intl.formatMessage({ id: key }, isFrench ? withShort(values) : values))
}
