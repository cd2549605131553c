import { useLive } from '../node/use-live.ts'
import { useWords } from '../words/words.tsx'
import { isolated } from '../words/isolated.ts'
import { ThingList, ThingRow } from './Things.tsx'

/** What the circle has to talk about next; nothing while there is nothing. */
export function Backlog({ circle }: { readonly circle: string }) {
  const { t, direction } = useWords()
  const items = useLive('backlog', 'list', { circle }).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="circle-part" aria-labelledby="backlog">
      <h2 id="backlog">{t('circles.backlog')}</h2>
      <ThingList label={t('circles.backlog')}>
        {items.map(({ item, kind, about, title = '' }) => (
          <ThingRow
            key={item}
            href={kind === 'tabled-due' ? `#/proposals/${about}` : `#/agreements/${about}`}
            isSentence
            title={t(`circles.backlog.${kind}`, { title: isolated(title, direction) })}
          />
        ))}
      </ThingList>
    </section>
  )
}
