import type { PageProps } from '../routes.tsx'

export function Invite(_props: PageProps) {
  return null
}
