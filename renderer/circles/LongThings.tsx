import { startTransition, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { ThingList, type Place } from './Things.tsx'
import './long-things.css'

/** So many lines are there or not there together: made in less time than one frame of a screen takes. */
export const LINES_OF_A_PART = 20
/** So many lines are watched or not watched together: what is watched costs a little in every frame. */
const LINES_OF_A_STRETCH = 25 * LINES_OF_A_PART
/** How far from what is seen lines are there already, in heights of the window. */
const AHEAD = '150%'
/** As high as a line mostly is, until it was there once. */
const LINE_REM = 5.25

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
  const parts = (first: number, end: number) =>
    cut(first, end, LINES_OF_A_PART).map(([from, count]) => (
      <Near key={from} className="things-part" lines={count} isFirst={from === 0}>
        {() => renderLines(from, count)}
      </Near>
    ))
  return (
    <div className="things things-long" role="list" aria-label={label}>
      {total <= LINES_OF_A_STRETCH
        ? parts(0, total)
        : cut(0, total, LINES_OF_A_STRETCH).map(([from, count]) => (
            <Near key={from} className="things-stretch" lines={count} isFirst={from === 0}>
              {() => parts(from, from + count)}
            </Near>
          ))}
    </div>
  )
}

/** Where each piece begins, and how long it is. */
const cut = (first: number, end: number, size: number): (readonly [from: number, count: number])[] =>
  Array.from({ length: Math.ceil((end - first) / size) }, (_, at) => {
    const from = first + at * size
    return [from, Math.min(size, end - from)] as const
  })

/** Its place of a line in a long list; none in a short one, where it is plain to see. */
export const placeOf = (at: number, total: number): Place | undefined =>
  total <= LINES_OF_A_PART ? undefined : { at: at + 1, of: total }

type NearProps = {
  readonly className: string
  readonly lines: number
  readonly isFirst: boolean
  readonly children: () => ReactNode
}

/** There while one is near it; its room stays as high as it was. */
function Near({ className, lines, isFirst, children }: NearProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(isFirst)
  useLayoutEffect(() => place.current?.style.setProperty('--things-room', `${lines * LINE_REM}rem`), [lines])
  useEffect(() => {
    const here = place.current
    if (here === null) return undefined
    const watch = new IntersectionObserver(
      (seen) => {
        const last = seen.at(-1)
        const isSeen = last?.isIntersecting === true
        // Whoever has the focus in it keeps it.
        if (!isSeen && here.contains(document.activeElement)) return
        if (!isSeen && here.childElementCount > 0 && last !== undefined)
          here.style.setProperty('--things-room', `${last.boundingClientRect.height}px`)
        startTransition(() => setIsNear(isSeen))
      },
      { rootMargin: `${AHEAD} 0px` },
    )
    watch.observe(here)
    return () => watch.disconnect()
  }, [])
  return (
    <div className={className} role="presentation" ref={place}>
      {isNear && children()}
    </div>
  )
}
