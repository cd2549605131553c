import type { PageProps } from '../routes.tsx'

export function Gallery(_props: PageProps) {
  return null
}
