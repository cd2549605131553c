import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { placeOfItem, type BacklogItem } from '../circles/Backlog.tsx'
import { CircleTabs } from '../circles/CircleTabs.tsx'
import { AllNoticed } from '../drivers/AllNoticed.tsx'
import { Noticing } from '../drivers/Noticing.tsx'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { useFolded } from '../people/use-folded.tsx'
import { isMemberIn } from '../roles/role-data.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Page } from '../ui/Page.tsx'
import { Rows } from '../ui/Rows.tsx'
import { Select } from '../ui/Select.tsx'
import { useWords } from '../words/words.tsx'
import { BacklogRow } from './BacklogRow.tsx'
import './backlog.css'

export type Circle = Awaited<ReturnType<Client['circle']['show']>>
type Kind = BacklogItem['kind'] | 'all'

/** One list of all that waits for the circle, in the circle's order; and the place to say what one noticed. */
export function BacklogPage({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

function Shown({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const live = useLive('backlog', 'list', { circle: circle.circle })
  return (
    <Page
      title={circle.name}
      lead={t('backlog.lead')}
      back={{ href: '#/circles', label: t('circles.title') }}
      className="backlog"
    >
      <CircleTabs circle={circle.circle} now="backlog" />
      <CircleMarks circle={circle.circle} />
      <Noticing circle={circle.circle} />
      <section className="backlog-part" aria-labelledby="what-waits">
        <h2 id="what-waits">{t('backlog.title')}</h2>
        <Asked live={live}>{({ items }) => <Items circle={circle} items={items} />}</Asked>
      </section>
      <AllNoticed circle={circle.circle} />
    </Page>
  )
}

function Items({ circle, items: whole }: { readonly circle: Circle; readonly items: readonly BacklogItem[] }) {
  const { t } = useWords()
  const [items, folded] = useFolded(circle.circle, whole)
  const [kind, setKind] = useState<Kind>('all')
  const kinds = [...new Set(items.map((item) => item.kind))]
  const shown = items.filter((item) => kind === 'all' || item.kind === kind)
  const isMember = isMemberIn(circle)
  if (items.length === 0) return <p>{t('backlog.none')}</p>
  return (
    <>
      {kinds.length > 1 && (
        <Select
          label={t('backlog.filter')}
          value={kind}
          onChange={setKind}
          items={[
            { id: 'all', label: t('backlog.filter.all') },
            ...kinds.map((one) => ({ id: one, label: t(`backlog.kind.${one}`) })),
          ]}
        />
      )}
      <Rows label={t('backlog.title')} isOrdered>
        {shown.map((item) => (
          <BacklogRow
            key={item.item}
            circle={circle}
            item={item}
            href={placeOfItem(circle.circle, item)}
            above={shown.slice(0, shown.indexOf(item)).map((one) => one.item)}
            below={shown[shown.indexOf(item) + 1]?.item ?? null}
            isMember={isMember}
          />
        ))}
      </Rows>
      {folded}
    </>
  )
}
