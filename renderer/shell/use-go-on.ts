import { useLocation } from 'wouter'

/**
 * Where to go once something was done: what was made, for example. Whoever has left the page by then, because it took
 * its time, stays where they went.
 */
export function useGoOn(): (path: string) => void {
  const [, go] = useLocation()
  const from = window.location.hash
  return (path) => {
    if (window.location.hash === from) go(path)
  }
}
