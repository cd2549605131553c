import type { ReactNode } from 'react'
import './things.css'

/** Things one can go to, one under the other. */
export function ThingList({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className="things" aria-label={label}>
      {children}
    </ul>
  )
}

type ThingRowProps = {
  readonly href: string
  readonly title: string
  /** Under the title, soft. */
  readonly note?: ReactNode
  /** At the end of the line: a state. */
  readonly aside?: ReactNode
}

/** The whole line can be pressed; its title is the link. */
export function ThingRow({ href, title, note, aside }: ThingRowProps) {
  return (
    <li className="thing">
      <div className="thing-words">
        <a className="thing-link" href={href} dir="auto">
          {title}
        </a>
        {note !== undefined && (
          <div className="thing-note" dir="auto">
            {note}
          </div>
        )}
      </div>
      {aside !== undefined && <div className="thing-aside">{aside}</div>}
    </li>
  )
}
