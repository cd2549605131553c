import { ArrowRight } from 'lucide-react'
import { LinkButton } from '../ui/LinkButton.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { placeOf, valuesOf, type Waiting } from './home-data.ts'

/** The one thing that most waits for this person, why, and the way there. */
export function TheStep({ step }: { readonly step: Waiting }) {
  const words = useWords()
  const { t } = words
  const values = valuesOf(step, words)
  return (
    <section className="home-step" aria-labelledby="the-step">
      <p className="home-where">
        <a href={`#/circles/${step.circle}`} dir="auto">
          {step.circleName}
        </a>
        {step.practice && <StateBadge tone="neutral">{t('home.practice')}</StateBadge>}
      </p>
      <h2 id="the-step">{t(`home.step.${step.kind}`, values)}</h2>
      <p className="home-because">{t(`home.because.${step.kind}`, values)}</p>
      <LinkButton
        variant="primary"
        size="large"
        href={placeOf(step)}
        icon={<ArrowRight aria-hidden className="ui-flip" />}
        className="home-go"
      >
        {t(`home.do.${step.kind}`)}
      </LinkButton>
    </section>
  )
}
