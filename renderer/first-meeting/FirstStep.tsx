import type { ReactNode } from 'react'
import { Card } from '../ui/Card.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'

export type Place = 'done' | 'now' | 'later'

type Props = {
  readonly title: string
  readonly minutes: number
  readonly place: Place
  readonly children: ReactNode
}

/** One step of the first meeting: the one that is next lies open, the others can be opened. Nothing is locked. */
export function FirstStep({ title, minutes, place, children }: Props) {
  const { t } = useWords()
  const wants = <span className="meeting-soft">{t('backlog.wants', { count: minutes })}</span>
  if (place === 'now')
    return (
      <Card as="li" tone="calm" className="first-step" aria-current="step">
        <h2>{title}</h2>
        {wants}
        {children}
      </Card>
    )
  return (
    <Card as="li" tone="plain" className="first-step">
      <Disclosure
        title={
          <span className="first-step-title">
            {title} {place === 'done' ? <StateBadge tone="good">{t('first.done')}</StateBadge> : wants}
          </span>
        }
      >
        <div className="first-step">{children}</div>
      </Disclosure>
    </Card>
  )
}
