import type { Client } from '../../src/api/client.ts'
import { isolated } from '../words/isolated.ts'
import type { Words } from '../words/words.tsx'

export type Kin = Awaited<ReturnType<Client['subCircle']['list']>>['items'][number]

/** How a circle knows that another belongs to it, or it to the other: by a link, its own agreement, or somebody's word. */
export function howKnown({ circle, agreement, toldBy, link }: Kin, { t, direction }: Words): string {
  if (link !== null) return t('sub.linked')
  const told = toldBy === null ? null : t('sub.told', { name: isolated(toldBy, direction) })
  if (agreement === null) return told ?? ''
  if (circle === null) return t('sub.notFounded')
  return told === null ? t('sub.notTold') : `${t('sub.agreed')} ${told}`
}
