import type { PageProps } from '../routes.tsx'

export function Circles(_props: PageProps) {
  return null
}
