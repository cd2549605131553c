import type { PageProps } from '../routes.tsx'

export function Practice(_props: PageProps) {
  return null
}
