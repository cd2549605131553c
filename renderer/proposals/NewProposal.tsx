import type { PageProps } from '../routes.tsx'

export function NewProposal(_props: PageProps) {
  return null
}
