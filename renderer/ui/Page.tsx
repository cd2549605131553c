import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { useUiWords } from './ui-words.ts'
import './base.css'
import './Page.css'

type PageProps = {
  /** The one h1, and the title of the browser's tab. */
  readonly title: string
  /** One or two sentences: what this page is for, now. */
  readonly lead?: ReactNode
  /** Beside the title: a state, a menu, the page's main button. */
  readonly actions?: ReactNode
  readonly back?: { readonly href: string; readonly label: string } | undefined
  /** `text` keeps to the width of reading; `wide` uses the room for things side by side. */
  readonly width?: 'text' | 'wide' | undefined
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** The frame of every page. After going somewhere, the focus is on its heading, or in the field that asked for it. */
export function Page({ title, lead, actions, back, width = 'text', children, className }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { program } = useUiWords()
  useEffect(() => {
    document.title = program === '' ? title : `${title} · ${program}`
  }, [title, program])
  useEffect(() => arriveAt(heading.current))
  return (
    <div className={classNames('ui-page', `ui-page-${width}`, className)}>
      <header className="ui-page-head">
        {back !== undefined && (
          <a className="ui-page-back" href={back.href}>
            <ArrowLeft aria-hidden className="ui-flip" />
            <span>{back.label}</span>
          </a>
        )}
        <div className="ui-page-title">
          <h1 ref={heading} tabIndex={-1} dir="auto">
            {title}
          </h1>
          {actions !== undefined && <div className="ui-page-actions">{actions}</div>}
        </div>
        {lead !== undefined && <div className="ui-page-lead">{lead}</div>}
      </header>
      {children}
    </div>
  )
}

/** The route whose heading last got the focus; null before the first, which must not take it from the person. */
let arrivedAt: string | null = null

function arriveAt(heading: HTMLElement | null) {
  const route = window.location.hash.split('?')[0] ?? ''
  const isFirst = arrivedAt === null
  const isSame = arrivedAt === route
  arrivedAt = route
  // A page that replaces "loading" takes the focus which that one lost.
  if (isFirst || (isSame && document.activeElement !== document.body)) return
  if (!isSame) window.scrollTo({ top: 0 })
  const wanted = heading?.closest('.ui-page')?.querySelector<HTMLElement>('[data-autofocus]') ?? heading
  wanted?.focus({ preventScroll: true })
}
