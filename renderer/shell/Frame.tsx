import { useMemo, type ReactNode } from 'react'
import { UiProvider } from '../ui/UiProvider.tsx'
import { useWords } from '../words/words.tsx'

/** Gives the pieces of the window the language in use. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t, language } = useWords()
  const words = useMemo(
    () => ({
      program: t('shell.program'),
      close: t('shell.close'),
      undo: t('shell.undo'),
      retry: t('shell.retry'),
      busy: t('shell.loading'),
      required: t('shell.required'),
      messages: t('shell.messages'),
      step: {
        done: t('shell.step.done'),
        now: t('shell.step.now'),
        later: t('shell.step.later'),
        skipped: t('shell.step.skipped'),
      },
      removed: t('shell.removed'),
      added: t('shell.added'),
    }),
    [t],
  )
  return (
    <UiProvider locale={language} words={words}>
      {children}
    </UiProvider>
  )
}
