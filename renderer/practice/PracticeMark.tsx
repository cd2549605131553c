import { useLive } from '../node/use-live.ts'
import { Card } from '../ui/Card.tsx'
import { useWords } from '../words/words.tsx'
import { hintOf } from './practice-status.ts'
import { SuggestedWords } from './SuggestedWords.tsx'
import './practice.css'

/** Says on every page of a practice circle that it is one, and what comes next in it. Nothing on other pages. */
export function PracticeMark({ circle }: { readonly circle: string }) {
  const words = useWords()
  const isPractice = useLive('circle', 'show', { circle }).data?.practice === true
  const status = useLive('practice', 'status', {}).data
  if (!isPractice) return null
  const { t } = words
  return (
    <Card as="section" tone="practice" aria-labelledby="practice-mark" className="practice-mark">
      <p className="practice-mark-what">
        <strong id="practice-mark">{t('practice.mark')}</strong> {t('practice.mark.lead')}
      </p>
      {status?.circle === circle && (
        <>
          <p role="status" className="practice-hint">
            {hintOf(status, words)}
          </p>
          <SuggestedWords status={status} />
          <p>
            <a href="#/practice">{t('practice.toGuide')}</a>
          </p>
        </>
      )}
    </Card>
  )
}
