import type { ReactNode } from 'react'
import { Card } from '../ui/Card.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly title: string
  readonly minutes: number
  readonly isDone: boolean
  readonly children: ReactNode
}

/** One step of the first meeting: how long it wants, and whether it is done. Nothing is locked. */
export function FirstStep({ title, minutes, isDone, children }: Props) {
  const { t } = useWords()
  return (
    <Card as="li" tone={isDone ? 'calm' : 'plain'} className="first-step">
      <h2>{title}</h2>
      <div className="meeting-buttons">
        <span className="meeting-soft">{t('backlog.wants', { count: minutes })}</span>
        {isDone && <StateBadge tone="good">{t('first.done')}</StateBadge>}
      </div>
      {children}
    </Card>
  )
}
