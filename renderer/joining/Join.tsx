import type { PageProps } from '../routes.tsx'

export function Join(_props: PageProps) {
  return null
}
