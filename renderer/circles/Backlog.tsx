import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import { useFolded } from '../people/use-folded.tsx'
import { roleTitle } from '../roles/role-words.ts'
import { useWords, type Words } from '../words/words.tsx'
import { isolated } from '../words/isolated.ts'
import { ThingList, ThingRow } from './Things.tsx'

export type BacklogItem = Awaited<ReturnType<Client['backlog']['list']>>['items'][number]

const OF_PROPOSALS: ReadonlySet<BacklogItem['kind']> = new Set(['proposal', 'tabled-due', 'escalated'])
const OF_LINKS: ReadonlySet<string> = new Set(['objection-arrived', 'link-offered', 'link-due'])
const OF_DRIVERS: ReadonlySet<BacklogItem['kind']> = new Set(['driver', 'driver-accepted'])

/** Where one goes for it. */
export function placeOfItem(circle: string, { kind, about }: BacklogItem): string {
  if (kind === 'selection') return `#/selections/${about}`
  if (kind === 'role-review') return `#/reviews/${about}`
  if (kind === 'term-due' || kind === 'seat-vacant' || kind === 'link-seat') return `#/circles/${circle}/roles/${about}`
  if (kind === 'meeting-soon') return `#/meetings/${about}`
  if (kind === 'minutes-due') return `#/meetings/${about}/minutes`
  if (kind === 'action-due') return '#/next-steps'
  if (kind === 'helping-due' || kind === 'helping-report') return `#/helping/${about}`
  if (OF_LINKS.has(kind)) return `#/circles/${circle}/links`
  if (kind === 'sub-circle') return `#/circles/${circle}/helping`
  if (OF_DRIVERS.has(kind)) return `#/drivers/${about}`
  return OF_PROPOSALS.has(kind) ? `#/proposals/${about}` : `#/agreements/${about}`
}

const OF_ROLES: ReadonlySet<BacklogItem['kind']> = new Set([
  'term-due',
  'seat-vacant',
  'link-seat',
  'selection',
  'role-review',
])

/** Of a role that the circle has not described, the name in the person's language. */
export function titleOfItem(t: Words['t'], { kind, title = '' }: BacklogItem): string {
  return OF_ROLES.has(kind) ? roleTitle(t, title) : title
}

/** What the circle has to talk about next, besides its proposals; nothing while there is nothing. */
export function Backlog({ circle }: { readonly circle: string }) {
  const { t, direction } = useWords()
  const all = useLive('backlog', 'list', { circle }).data?.items ?? []
  const [shown, folded] = useFolded(circle, all)
  const items = shown.filter(({ kind }) => kind !== 'proposal')
  if (items.length === 0) return null
  return (
    <section className="circle-part" aria-labelledby="backlog">
      <h2 id="backlog">{t('circles.backlog')}</h2>
      <ThingList label={t('circles.backlog')}>
        {items.map((item) => (
          <ThingRow
            key={item.item}
            href={placeOfItem(circle, item)}
            isSentence
            title={t(`circles.backlog.${item.kind}`, { title: isolated(titleOfItem(t, item), direction) })}
          />
        ))}
      </ThingList>
      {folded}
    </section>
  )
}
