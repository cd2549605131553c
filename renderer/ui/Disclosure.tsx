import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import './Disclosure.css'

type DisclosureProps = {
  readonly title: ReactNode
  readonly children: ReactNode
  /** Open at first; from then on it is the person's. */
  readonly isOpenAtFirst?: boolean | undefined
  readonly className?: string | undefined
}

/** More, for whoever wants it. The browser's own, so that a search in the page opens it. */
export function Disclosure({ title, children, isOpenAtFirst = false, className }: DisclosureProps) {
  return (
    <details className={classNames('ui-disclosure', className)} open={isOpenAtFirst}>
      <summary className="ui-disclosure-title">
        <ChevronRight aria-hidden className="ui-disclosure-arrow" />
        <span>{title}</span>
      </summary>
      <div className="ui-disclosure-content">{children}</div>
    </details>
  )
}
