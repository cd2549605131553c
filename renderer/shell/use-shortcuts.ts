import { useEffect, useRef } from 'react'
import { isBusy } from './is-busy.ts'
import { wishOf, type Wish } from './shortcuts.ts'
import { useSingleKeys } from './single-keys.ts'

/** The second of two keys counts only soon after the first. */
const SOON_MS = 1_500

/** Calls back with what the person's keys ask for. */
export function useShortcuts(onWish: (wish: Wish) => void): void {
  const [single] = useSingleKeys()
  const wished = useRef(onWish)
  useEffect(() => {
    wished.current = onWish
  })
  useEffect(() => {
    let begunAt = Number.NEGATIVE_INFINITY
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return
      const begun = event.timeStamp - begunAt < SOON_MS
      const wish = wishOf(event, { begun, isBusy: isBusy(event.target), single })
      begunAt = wish?.kind === 'begun' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (wish === null) return
      event.preventDefault()
      if (wish.kind !== 'begun') wished.current(wish)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [single])
}
