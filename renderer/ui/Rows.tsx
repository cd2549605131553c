import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './Rows.css'

interface RowsProps {
  /** Names the list for those who hear it. */
  readonly label?: string | undefined
  /** Their order says something. */
  readonly isOrdered?: boolean
  readonly children: ReactNode
}

/** Things one under the other, each with what can be done about it at its end. */
export function Rows({ label, isOrdered = false, children }: RowsProps) {
  const List = isOrdered ? 'ol' : 'ul'
  return (
    <List className="ui-rows" aria-label={label}>
      {children}
    </List>
  )
}

interface RowProps {
  readonly children: ReactNode
  readonly acts?: ReactNode
  /** Where the people are now. */
  readonly isCurrent?: boolean
  readonly className?: string | undefined
}

export function Row({ children, acts, isCurrent = false, className }: RowProps) {
  return (
    <li className={classNames('ui-row', className)} aria-current={isCurrent ? 'step' : undefined}>
      <div className="ui-row-what">{children}</div>
      {acts !== undefined && <div className="ui-row-acts">{acts}</div>}
    </li>
  )
}
