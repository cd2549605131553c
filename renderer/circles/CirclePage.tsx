import type { PageProps } from '../routes.tsx'

export function CirclePage(_props: PageProps) {
  return null
}
