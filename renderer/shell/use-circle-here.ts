import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

/** The circle of the page one is on; null on a page that is of none, or not loaded yet. */
export function useCircleHere(): string | null {
  const [location] = useLocation()
  const queries = useQueryClient()
  const [, group, id] = /^\/(circles|proposals|agreements|drivers)\/([^/]+)/.exec(location) ?? []
  if (id === undefined || id === 'new') return null
  if (group === 'circles') return id
  const name = group?.slice(0, -1) ?? ''
  const input = { [name]: id }
  return queries.getQueryData<{ readonly circle: string }>([name, 'show', input])?.circle ?? null
}
