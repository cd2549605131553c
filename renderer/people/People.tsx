import type { PageProps } from '../routes.tsx'

export function People(_props: PageProps) {
  return null
}
