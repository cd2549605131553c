import type { PageProps } from '../routes.tsx'

export function AgreementPage(_props: PageProps) {
  return null
}
