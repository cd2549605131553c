import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly note: ReactNode; readonly aside: ReactNode }

/** A line of things that leads nowhere: what it says is all there is. */
export function PlainRow({ title, note, aside }: Props) {
  return (
    <li className="thing logbook-plain">
      <div className="thing-words">
        <bdi>{title}</bdi>
        <div className="thing-note">{note}</div>
      </div>
      <div className="thing-aside">{aside}</div>
    </li>
  )
}
