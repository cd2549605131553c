import type { Client } from '../../src/api/client.ts'
import type { StateTone } from '../ui/StateBadge.tsx'
import { isolated } from '../words/isolated.ts'
import type { Words } from '../words/words.tsx'

export type CircleShown = Awaited<ReturnType<Client['circle']['show']>>
export type LinkLine = Awaited<ReturnType<Client['link']['list']>>['items'][number]
export type Trip = Awaited<ReturnType<Client['trip']['list']>>['items'][number]

export const LINK_TONES: Readonly<Record<LinkLine['state'], StateTone>> = {
  proposed: 'neutral',
  'consented-here': 'waiting',
  'consented-there': 'attention',
  differing: 'attention',
  agreed: 'waiting',
  active: 'good',
  due: 'attention',
  ended: 'ended',
}

/** Both have consented to the same, and neither has ended it. */
export const isLinked = ({ state }: LinkLine): boolean => state === 'agreed' || state === 'active' || state === 'due'

type Standing = Pick<LinkLine, 'endedBy'> & { readonly state: LinkLine['state'] }

/** How a link stands, said so that it reads the same from both circles: by their names. */
export function stateOf({ state, endedBy }: Standing, us: string, them: string, { t, direction }: Words): string {
  const key = state === 'ended' && endedBy !== null ? (`ended.${endedBy}` as const) : state
  return t(`links.state.${key}`, { us: isolated(us, direction), them: isolated(them, direction) })
}
