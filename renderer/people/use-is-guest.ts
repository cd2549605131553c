import { useLive } from '../node/use-live.ts'

/** [M4] Whether whoever looks is a guest of the circle: much needs the circle's consent first. */
export function useIsGuest(circle: string): boolean {
  const shown = useLive('circle', 'show', { circle }).data
  return shown?.members.some(({ person, state }) => person === shown.me && state === 'guest') === true
}
