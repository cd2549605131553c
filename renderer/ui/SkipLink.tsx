import type { ReactNode } from 'react'
import './SkipLink.css'

type SkipLinkProps = {
  /** The id of the element to move to; it needs tabIndex={-1}. */
  readonly target: string
  readonly children: ReactNode
}

/** The first stop of the tab key: past what every page repeats. The address is a route, so it is left alone. */
export function SkipLink({ target, children }: SkipLinkProps) {
  return (
    <a
      className="ui-skip"
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(target)?.focus()
      }}
    >
      {children}
    </a>
  )
}
