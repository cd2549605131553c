import type { ReactNode } from 'react'
import type { LiveAnswer } from '../node/use-live.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useWords } from '../words/words.tsx'

/** A page's question to the program: what to show while it is open, refused, failed or answered. */
export function Asked<T>({
  live,
  children,
}: {
  readonly live: LiveAnswer<T>
  readonly children: (data: T) => ReactNode
}) {
  const { t, refusal } = useWords()
  if (live.data !== undefined) return children(live.data)
  if (live.refusal !== null) return <ErrorState message={refusal(live.refusal)} nextStep={t('shell.goElsewhere')} />
  if (live.error !== null) return <ErrorState message={t('shell.lost')} onRetry={live.retry} />
  return <Loading label={t('shell.loading')} />
}
