import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import type { Agreement } from './agreement-data.ts'

type Evaluation = Agreement['evaluations'][number]

const TONES: Readonly<Record<Evaluation['results'][number]['well'], StateTone>> = {
  met: 'good',
  partly: 'waiting',
  not: 'attention',
  unsure: 'neutral',
}

/** One evaluation: each criterion with how far it was met, and what was said besides. */
export function Results({ results, note }: Pick<Evaluation, 'results' | 'note'>) {
  const { t } = useWords()
  return (
    <>
      <ul className="agreement-results">
        {results.map(({ criterion, well, text }) => (
          <li key={criterion}>
            <span dir="auto">{criterion}</span>{' '}
            <StateBadge tone={TONES[well]}>{t(`agreements.well.${well}`)}</StateBadge>
            {text !== null && <p dir="auto">{text}</p>}
          </li>
        ))}
      </ul>
      {note !== null && <p dir="auto">{note}</p>}
    </>
  )
}
