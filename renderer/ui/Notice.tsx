import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './Notice.css'

type Tone = 'info' | 'good' | 'warning' | 'error'

type NoticeProps = {
  readonly tone: Tone
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** Buttons or links: what to do about it. */
  readonly action?: ReactNode
  readonly className?: string | undefined
}

const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  info: Info,
  good: CircleCheck,
  warning: TriangleAlert,
  error: CircleAlert,
}

/** Says something beside the page's own words; an error is read out at once, the others when there is a pause. */
export function Notice({ tone, title, children, action, className }: NoticeProps) {
  const Icon = ICONS[tone]
  return (
    <div
      className={classNames('ui-notice', `ui-notice-${tone}`, className)}
      role={tone === 'error' ? 'alert' : 'status'}
    >
      <Icon aria-hidden className="ui-notice-icon" />
      <div className="ui-notice-words">
        {title !== undefined && <p className="ui-notice-title">{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {action !== undefined && <div className="ui-notice-action">{action}</div>}
      </div>
    </div>
  )
}
