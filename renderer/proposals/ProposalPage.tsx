import type { PageProps } from '../routes.tsx'

export function ProposalPage(_props: PageProps) {
  return null
}
