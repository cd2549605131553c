import type { Refusal } from '../../src/domain/refusal.ts'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/words.tsx'

type Failed = { readonly refusal: Refusal | null; readonly error: Error | null }

/** Why something was not done, and what to do next; nothing where it was. */
export function Refused({ of }: { readonly of: Failed }) {
  const { t, refusal } = useWords()
  if (of.refusal !== null) {
    const agreement = of.refusal.about?.['agreement']
    const link =
      typeof agreement === 'string' ? <a href={`#/agreements/${agreement}`}>{t('shell.seeWhat')}</a> : undefined
    return (
      <Notice tone="warning" action={link}>
        {refusal(of.refusal)}
      </Notice>
    )
  }
  if (of.error === null) return null
  return <Notice tone="error">{t('shell.notDone')}</Notice>
}
