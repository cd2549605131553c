import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './Card.css'

type CardProps = {
  readonly as?: 'div' | 'section' | 'article' | 'li' | undefined
  /** `practice` is edged so that it cannot be taken for the real thing. */
  readonly tone?: 'plain' | 'calm' | 'attention' | 'practice' | undefined
  /** Names a section by the id of its heading. */
  readonly 'aria-labelledby'?: string | undefined
  /** Where somebody is among several. */
  readonly 'aria-current'?: 'step' | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Things that belong together. */
export function Card({ as: Tag = 'div', tone = 'plain', className, children, ...rest }: CardProps) {
  return (
    <Tag {...rest} className={classNames('ui-card', `ui-card-${tone}`, className)}>
      {children}
    </Tag>
  )
}
