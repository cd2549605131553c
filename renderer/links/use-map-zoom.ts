import { select } from 'd3-selection'
import { zoom, zoomIdentity, type ZoomTransform } from 'd3-zoom'
import { useEffect, useMemo, useState, type RefObject } from 'react'
import type { Place } from './circle-packing.ts'

export type MapZoom = {
  readonly view: ZoomTransform
  readonly isWhole: boolean
  readonly by: (times: number) => void
  readonly whole: () => void
  /** So near that this place fills about half of the map. */
  readonly to: (place: Place) => void
}

type Options = {
  readonly width: number
  readonly height: number
  /** Somebody pointed at a circle: what its `data-circle` says. */
  readonly onPick: (circle: string) => void
}

const NEAREST = 12
const STEP_OF_A_PLACE = 3.2

/**
 * Moves and enlarges a map of this size. The page goes on scrolling under one finger and the wheel: two fingers, or the
 * wheel with Ctrl, come nearer, as everywhere else.
 */
export function useMapZoom(map: RefObject<SVGSVGElement | null>, { width, height, onPick }: Options): MapZoom {
  const [view, setView] = useState(zoomIdentity)
  const behaviour = useMemo(() => {
    const made = zoom<SVGSVGElement, unknown>()
      .scaleExtent([1, NEAREST])
      .on('zoom', ({ transform }) => setView(transform))
    return made.filter((event: Event) => {
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey
      if (window.TouchEvent !== undefined && event instanceof TouchEvent) return event.touches.length > 1
      return event instanceof MouseEvent && event.button === 0 && !event.ctrlKey
    })
  }, [])
  useEffect(() => {
    if (map.current === null) return undefined
    const drawn = select(map.current)
    drawn.call(behaviour).on('dblclick.zoom', null)
    return () => void drawn.on('.zoom', null)
  }, [map, behaviour])
  useEffect(() => {
    const all: [[number, number], [number, number]] = [
      [0, 0],
      [width, height],
    ]
    behaviour.extent(all).translateExtent(all)
    // Of another size, nothing is where it was.
    if (map.current !== null) select(map.current).call(behaviour.transform, zoomIdentity)
  }, [map, behaviour, width, height])
  useEffect(() => {
    if (map.current === null) return
    select(map.current).on('click', ({ target }: MouseEvent) => {
      const circle = target instanceof Element ? target.getAttribute('data-circle') : null
      if (circle !== null) onPick(circle)
    })
  }, [map, onPick])
  const show = (transform: ZoomTransform) => {
    if (map.current !== null) select(map.current).call(behaviour.transform, transform)
  }
  return {
    view,
    isWhole: view.k === 1,
    by: (times) => {
      if (map.current !== null) select(map.current).call(behaviour.scaleBy, times)
    },
    whole: () => show(zoomIdentity),
    to: ({ x, y, r }) => {
      const k = Math.min(Math.max(Math.min(width, height) / (r * STEP_OF_A_PLACE), 1), NEAREST)
      show(
        zoomIdentity
          .translate(width / 2, height / 2)
          .scale(k)
          .translate(-x, -y),
      )
    },
  }
}
