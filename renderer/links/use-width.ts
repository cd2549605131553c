import { useEffect, useState, type RefObject } from 'react'

/** How wide something on the page is, in CSS pixels; 0 until it is there. */
export function useWidth(of: RefObject<Element | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (of.current === null) return undefined
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watch.observe(of.current)
    return () => watch.disconnect()
  }, [of])
  return width
}
