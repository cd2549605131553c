import type { Client } from '../../src/api/client.ts'
import { CircleTabs } from '../circles/CircleTabs.tsx'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { isMemberIn } from '../roles/role-data.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { CircleStanding } from './CircleStanding.tsx'
import { WayCard } from './WayCard.tsx'
import './ways.css'

export type Circle = Awaited<ReturnType<Client['circle']['show']>>

/** How the circle decides: what holds everywhere, and what it made its own way. */
export function WaysPage({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

function Shown({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const live = useLive('way', 'list', { circle: circle.circle })
  const isMember = isMemberIn(circle)
  return (
    <Page title={circle.name} lead={t('ways.lead')} back={{ href: '#/circles', label: t('circles.title') }}>
      <CircleTabs circle={circle.circle} now="ways" />
      <CircleMarks circle={circle.circle} />
      <CircleStanding circle={circle} isMember={isMember} />
      <section className="ways" aria-labelledby="ways">
        <h2 id="ways">{t('ways.title')}</h2>
        <Asked live={live}>
          {({ items }) => (
            <ul className="ways-list">
              {items.map((line) => (
                <WayCard key={line.rule} circle={circle} line={line} isMember={isMember} />
              ))}
            </ul>
          )}
        </Asked>
      </section>
    </Page>
  )
}
