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

/** Which of how many, from 1, where not all of them are on the page. */
export type Place = { readonly at: number; readonly of: number }

/** For a line of a list that is there in parts only, and so is no list of HTML. */
export const placed = (place: Place | undefined) =>
  place === undefined ? {} : { role: 'listitem', 'aria-posinset': place.at, 'aria-setsize': place.of }

type ThingRowProps = {
  readonly href: string
  readonly title: string
  /** The title is a sentence of ours, not a name that somebody gave. */
  readonly isSentence?: boolean
  /** Under the title, soft. */
  readonly note?: ReactNode
  /** At the end of the line: a state. */
  readonly aside?: ReactNode
  readonly place?: Place | undefined
}

/** The whole line can be pressed; its title is the link. */
export function ThingRow({ href, title, isSentence = false, note, aside, place }: ThingRowProps) {
  return (
    <li className="thing" {...placed(place)}>
      <div className="thing-words">
        <a className="thing-link" href={href}>
          {isSentence ? title : <bdi>{title}</bdi>}
        </a>
        {note !== undefined && (
          <div className="thing-note">
            <span>
              <bdi>{note}</bdi>
            </span>
          </div>
        )}
      </div>
      {aside !== undefined && <div className="thing-aside">{aside}</div>}
    </li>
  )
}
