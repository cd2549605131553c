import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Toasts } from './Toasts.tsx'
import { UiWordsContext, type UiWords } from './ui-words.ts'
import './base.css'

type UiProviderProps = {
  /** A BCP 47 tag: it gives the pieces their direction, their order of letters and their own spoken hints. */
  readonly locale: string
  readonly words: UiWords
  readonly children: ReactNode
}

/** Around the whole window, once. */
export function UiProvider({ locale, words, children }: UiProviderProps) {
  return (
    <I18nProvider locale={locale}>
      <UiWordsContext value={words}>
        <Toasts label={words.messages}>{children}</Toasts>
      </UiWordsContext>
    </I18nProvider>
  )
}
