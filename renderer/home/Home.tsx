import type { PageProps } from '../routes.tsx'

export function Home(_props: PageProps) {
  return null
}
