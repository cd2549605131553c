import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './EmptyState.css'

type EmptyStateProps = {
  readonly title: ReactNode
  /** Why there is nothing yet, and what would change that. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** Of its title; the page knows what stands above it. */
  readonly headingLevel?: 2 | 3 | 4 | undefined
  readonly className?: string | undefined
}

/** Nothing here yet: an invitation, not a gap. */
export function EmptyState({ title, children, action, headingLevel = 2, className }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className={classNames('ui-empty', className)}>
      <svg className="ui-empty-rings" viewBox="0 0 96 56" aria-hidden>
        <circle cx="28" cy="28" r="19" />
        <circle cx="48" cy="28" r="19" />
        <circle cx="68" cy="28" r="19" strokeDasharray="1 6" />
      </svg>
      <Heading className="ui-empty-title">{title}</Heading>
      {children !== undefined && <div className="ui-empty-words">{children}</div>}
      {action !== undefined && <div className="ui-empty-action">{action}</div>}
    </div>
  )
}
