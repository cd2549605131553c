import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import { useWords } from '../words/words.tsx'
import { isolated } from '../words/isolated.ts'
import { ThingList, ThingRow } from './Things.tsx'

export type BacklogItem = Awaited<ReturnType<Client['backlog']['list']>>['items'][number]

const OF_PROPOSALS: ReadonlySet<BacklogItem['kind']> = new Set(['proposal', 'tabled-due'])
const OF_DRIVERS: ReadonlySet<BacklogItem['kind']> = new Set(['driver', 'driver-accepted'])

/** Where one goes for it. */
export function placeOfItem({ kind, about }: BacklogItem): string {
  if (OF_DRIVERS.has(kind)) return `#/drivers/${about}`
  return OF_PROPOSALS.has(kind) ? `#/proposals/${about}` : `#/agreements/${about}`
}

/** What the circle has to talk about next, besides its proposals; nothing while there is nothing. */
export function Backlog({ circle }: { readonly circle: string }) {
  const { t, direction } = useWords()
  const all = useLive('backlog', 'list', { circle }).data?.items ?? []
  const items = all.filter(({ kind }) => kind !== 'proposal')
  if (items.length === 0) return null
  return (
    <section className="circle-part" aria-labelledby="backlog">
      <h2 id="backlog">{t('circles.backlog')}</h2>
      <ThingList label={t('circles.backlog')}>
        {items.map((item) => (
          <ThingRow
            key={item.item}
            href={placeOfItem(item)}
            isSentence
            title={t(`circles.backlog.${item.kind}`, { title: isolated(item.title ?? '', direction) })}
          />
        ))}
      </ThingList>
    </section>
  )
}
