import type { PageProps } from '../routes.tsx'

export function NewCircle(_props: PageProps) {
  return null
}
