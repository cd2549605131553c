import { ThingList, ThingRow } from '../circles/Things.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useWords } from '../words/words.tsx'
import { keyOf, placeOf, valuesOf, type Waiting } from './home-data.ts'

const SHOWN = 6

/** What comes after the next step: a few lines, the rest folded away. */
export function Queue({ steps }: { readonly steps: readonly Waiting[] }) {
  const { t } = useWords()
  if (steps.length === 0) return null
  const more = steps.slice(SHOWN)
  return (
    <section className="home-part" aria-labelledby="queue">
      <h2 id="queue">{t('home.then')}</h2>
      <Lines steps={steps.slice(0, SHOWN)} />
      {more.length > 0 && (
        <Disclosure title={t('home.more', { count: more.length })}>
          <Lines steps={more} />
        </Disclosure>
      )}
    </section>
  )
}

function Lines({ steps }: { readonly steps: readonly Waiting[] }) {
  const words = useWords()
  const { t } = words
  return (
    <ThingList>
      {steps.map((step) => (
        <ThingRow
          key={keyOf(step)}
          href={placeOf(step)}
          isSentence
          title={t(`home.step.${step.kind}`, valuesOf(step, words))}
          note={step.practice ? `${step.circleName} · ${t('home.practice')}` : step.circleName}
        />
      ))}
    </ThingList>
  )
}
