import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './StateBadge.css'

export type StateTone = 'neutral' | 'good' | 'waiting' | 'attention' | 'ended'

type StateBadgeProps = {
  readonly tone: StateTone
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** Drawn in a square of 16: a circle open, closed, on its way, calling, over. */
const SHAPES: Readonly<Record<StateTone, ReactNode>> = {
  neutral: <circle cx="8" cy="8" r="5.5" />,
  good: (
    <>
      <circle cx="8" cy="8" r="7" className="ui-badge-fill" />
      <path d="m4.8 8.3 2.2 2.2 4.2-4.6" className="ui-badge-cut" />
    </>
  ),
  waiting: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  attention: (
    <>
      <path d="M8 1.6 15 14H1Z" className="ui-badge-fill" />
      <path d="M8 6.2v3.4m0 2v.1" className="ui-badge-cut" />
    </>
  ),
  ended: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2.5" />
      <path d="M5.2 8h5.6" />
    </>
  ),
}

/** In what state a thing is: words, and a shape for the eye; the colour only agrees with them. */
export function StateBadge({ tone, children, className }: StateBadgeProps) {
  return (
    <span className={classNames('ui-badge', `ui-badge-${tone}`, className)}>
      <svg viewBox="0 0 16 16" aria-hidden>
        {SHAPES[tone]}
      </svg>
      <span>{children}</span>
    </span>
  )
}
