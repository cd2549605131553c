import { useState } from 'react'
import { useFolded } from '../people/use-folded.tsx'
import { Button } from '../ui/Button.tsx'
import { Story } from '../ui/Story.tsx'
import { useWords } from '../words/words.tsx'
import type { Agreement } from './agreement-data.ts'
import { EvaluateDialog } from './EvaluateDialog.tsx'
import { Results } from './Results.tsx'

/** What people said about how it does, each beside the others; and the place to say it. */
export function HowItDoes({ agreement }: { readonly agreement: Agreement }) {
  const { t, time } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [evaluations, folded] = useFolded(agreement.circle, agreement.evaluations)
  const lines = evaluations.map(({ evaluation, person, at, results, note }) => ({
    id: evaluation,
    when: time(at),
    at,
    text: <bdi>{agreement.names[person] ?? ''}</bdi>,
    more: <Results results={results} note={note} />,
  }))
  return (
    <section aria-labelledby="life" className="proposal-part">
      <h2 id="life">{t('agreements.life')}</h2>
      {lines.length === 0 ? <p>{t('agreements.life.none')}</p> : <Story label={t('agreements.life')} lines={lines} />}
      {folded}
      <div className="proposal-buttons">
        <Button onPress={() => setOpen(true)}>{t('agreements.evaluate')}</Button>
      </div>
      <EvaluateDialog
        agreement={agreement}
        isOpen={isOpen}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
      />
    </section>
  )
}
