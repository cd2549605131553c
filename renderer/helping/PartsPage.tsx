import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { CircleTabs } from '../circles/CircleTabs.tsx'
import { ThingList, ThingRow } from '../circles/Things.tsx'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { isMemberIn } from '../roles/role-data.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { NewHelping } from './NewHelping.tsx'
import { SubCircles } from './SubCircles.tsx'
import './helping.css'

export type Circle = Awaited<ReturnType<Client['circle']['show']>>
export type HelpingLine = Awaited<ReturnType<Client['helpingCircle']['list']>>['items'][number]

export const HELPING_TONES: Readonly<Record<HelpingLine['state'], StateTone>> = {
  chartered: 'neutral',
  working: 'waiting',
  reported: 'attention',
  dissolved: 'ended',
}

/** The helping circles of a circle, and the circles that it is part of or that are part of it. */
export function PartsPage({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

function Shown({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const isMember = isMemberIn(circle)
  return (
    <Page title={circle.name} lead={t('helping.lead')} back={{ href: '#/circles', label: t('circles.title') }}>
      <CircleTabs circle={circle.circle} now="helping" />
      <CircleMarks circle={circle.circle} />
      <HelpingCircles circle={circle} isMember={isMember} />
      <SubCircles circle={circle} isMember={isMember} />
    </Page>
  )
}

function HelpingCircles({ circle, isMember }: { readonly circle: Circle; readonly isMember: boolean }) {
  const { t, date, list } = useWords()
  const [isOpen, setOpen] = useState(false)
  const live = useLive('helpingCircle', 'list', { circle: circle.circle })
  return (
    <section className="helping-part" aria-labelledby="helping">
      <h2 id="helping">{t('helping.title')}</h2>
      <p>{t('helping.means')}</p>
      <Asked live={live}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('helping.none')}</p>
          ) : (
            <ThingList label={t('helping.title')}>
              {items.map(({ helping, name, state, due, members }) => (
                <ThingRow
                  key={helping}
                  href={`#/helping/${helping}`}
                  title={name}
                  note={`${list(members.map((one) => one.name))} · ${t('helping.until', { date: date(due) })}`}
                  aside={<StateBadge tone={HELPING_TONES[state]}>{t(`helping.state.${state}`)}</StateBadge>}
                />
              ))}
            </ThingList>
          )
        }
      </Asked>
      {isMember && <Button onPress={() => setOpen(true)}>{t('helping.new')}</Button>}
      {isOpen && <NewHelping circle={circle} onClose={() => setOpen(false)} />}
    </section>
  )
}
