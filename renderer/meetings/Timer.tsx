import { useNow } from '../people/use-now.ts'
import { useWords } from '../words/words.tsx'

/** How long it has been about this, beside what was planned: nothing rings and nothing turns red. */
export function Timer({ since, minutes }: { readonly since: number | null; readonly minutes: number }) {
  const { t } = useWords()
  const now = useNow()
  const gone = since === null ? 0 : Math.max(0, Math.floor((now - since) / 60_000))
  const label = t('meetings.timer', { gone, count: minutes })
  return (
    <div className="meeting-timer">
      <progress max={minutes} value={Math.min(gone, minutes)} aria-label={label} />
      <span>{label}</span>
    </div>
  )
}
