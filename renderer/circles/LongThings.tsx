import { startTransition, useEffect, useRef, useState, type ReactNode } from 'react'
import { ThingList, type Place } from './Things.tsx'
import './long-things.css'

/** So many lines are there or not there together: made in less time than one frame of a screen takes. */
export const LINES_OF_A_PART = 20
/** How far from what is seen lines are there already, in heights of the window. */
const AHEAD = '150%'

type Props = {
  readonly label: string
  readonly total: number
  /** The lines from one on, so many at most; each is told its place among all. */
  readonly renderLines: (from: number, count: number) => ReactNode
}

/**
 * A list of things that may be ten thousand long: only lines near what is seen are there, the others keep their room. To
 * those who hear the page each line says which it is of how many.
 */
export function LongThings({ label, total, renderLines }: Props) {
  if (total <= LINES_OF_A_PART) return <ThingList label={label}>{renderLines(0, total)}</ThingList>
  const parts = Array.from({ length: Math.ceil(total / LINES_OF_A_PART) }, (_, part) => part * LINES_OF_A_PART)
  return (
    <div className="things things-long" role="list" aria-label={label}>
      {parts.map((from) => (
        <Part key={from} isFirst={from === 0}>
          {() => renderLines(from, Math.min(LINES_OF_A_PART, total - from))}
        </Part>
      ))}
    </div>
  )
}

/** Its place of a line in a long list; none in a short one, where it is plain to see. */
export const placeOf = (at: number, total: number): Place | undefined =>
  total <= LINES_OF_A_PART ? undefined : { at: at + 1, of: total }

function Part({ isFirst, children }: { readonly isFirst: boolean; readonly children: () => ReactNode }) {
  const part = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(isFirst)
  useEffect(() => {
    const here = part.current
    if (here === null) return undefined
    const watch = new IntersectionObserver(
      (seen) => {
        const isSeen = seen.at(-1)?.isIntersecting === true
        // Whoever has the focus in it keeps it.
        if (!isSeen && here.contains(document.activeElement)) return
        const { height } = here.getBoundingClientRect()
        if (!isSeen && here.childElementCount > 0) here.style.setProperty('--things-room', `${height}px`)
        startTransition(() => setIsNear(isSeen))
      },
      { rootMargin: `${AHEAD} 0px` },
    )
    watch.observe(here)
    return () => watch.disconnect()
  }, [])
  return (
    <div className="things-part" role="presentation" ref={part}>
      {isNear && children()}
    </div>
  )
}
