import type { StateTone } from '../ui/StateBadge.tsx'
import type { Agreement } from './agreement-data.ts'

export const AGREEMENT_TONES: Readonly<Record<Agreement['state'], StateTone>> = {
  'in-force': 'good',
  settled: 'good',
  contested: 'attention',
  superseded: 'ended',
  invalid: 'ended',
}
