import { createIntl, createIntlCache } from 'react-intl'
import type { WordKey } from '../../renderer/words/en.ts'
import type { Language } from '../../renderer/words/language.ts'

/** What the window says for a key, so that no test repeats its texts. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string

export async function sayingIn(language: Language): Promise<Say> {
  const { words } = (await import(`../../renderer/words/${language}.ts`)) as { words: Record<string, string> }
  const raise = (error: Error) => {
    throw error
  }
  const intl = createIntl({ locale: language, messages: words, onError: raise }, createIntlCache())
  return (key, values) => intl.formatMessage({ id: key }, values)
}
