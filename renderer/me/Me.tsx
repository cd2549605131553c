import type { PageProps } from '../routes.tsx'

export function Me(_props: PageProps) {
  return null
}
