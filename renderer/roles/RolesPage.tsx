import { useState } from 'react'
import { CircleTabs } from '../circles/CircleTabs.tsx'
import { ThingList, ThingRow } from '../circles/Things.tsx'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords, type Words } from '../words/words.tsx'
import { DescribeDialog } from './DescribeDialog.tsx'
import { isMemberIn, SEAT_TONES, type Circle, type RoleLine } from './role-data.ts'
import { roleTitle } from './role-words.ts'
import './roles.css'

/** Every role of a circle, who holds it, until when, and what waits. */
export function RolesPage({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

function Shown({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const live = useLive('role', 'list', { circle: circle.circle })
  const [isOpen, setOpen] = useState(false)
  return (
    <Page title={circle.name} lead={t('roles.lead')} back={{ href: '#/circles', label: t('circles.title') }}>
      <CircleTabs circle={circle.circle} now="roles" />
      <CircleMarks circle={circle.circle} />
      <Asked live={live}>
        {({ items }) => (
          <ThingList label={t('circles.tab.roles')}>
            {items.map((line) => (
              <Row key={line.role} circle={circle.circle} line={line} />
            ))}
          </ThingList>
        )}
      </Asked>
      {isMemberIn(circle) && (
        <div>
          <Button onPress={() => setOpen(true)}>{t('roles.describe.new')}</Button>
        </div>
      )}
      {isOpen && <DescribeDialog circle={circle.circle} asOf={circle.asOf} onClose={() => setOpen(false)} />}
    </Page>
  )
}

function Row({ circle, line }: { readonly circle: string; readonly line: RoleLine }) {
  const words = useWords()
  const { t } = words
  return (
    <ThingRow
      href={`#/circles/${circle}/roles/${line.role}`}
      title={roleTitle(t, line.name ?? line.role)}
      note={noteOn(line, words)}
      aside={<StateBadge tone={SEAT_TONES[line.state]}>{t(`roles.state.${line.state}`)}</StateBadge>}
    />
  )
}

function noteOn({ holders, selection }: RoleLine, { t, date, list }: Words): string {
  const who = holders.map(({ name, until }) =>
    until === null ? name : `${name}, ${t('roles.until', { date: date(until) })}`,
  )
  const held = who.length === 0 ? t('roles.nobody') : list(who)
  return selection === null ? held : `${held} · ${t('roles.selecting')}`
}
