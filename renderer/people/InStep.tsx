import type { PageProps } from '../routes.tsx'

export function InStep(_props: PageProps) {
  return null
}
