import type { ReactNode } from 'react'
import { placed, type Place } from '../circles/Things.tsx'

type Props = {
  readonly title: string
  readonly note: ReactNode
  readonly aside: ReactNode
  readonly place: Place | undefined
}

/** A line of things that leads nowhere: what it says is all there is. */
export function PlainRow({ title, note, aside, place }: Props) {
  return (
    <li className="thing logbook-plain" {...placed(place)}>
      <div className="thing-words">
        <bdi>{title}</bdi>
        <div className="thing-note">{note}</div>
      </div>
      <div className="thing-aside">{aside}</div>
    </li>
  )
}
