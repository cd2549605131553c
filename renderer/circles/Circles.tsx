import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { ThingList, ThingRow } from './Things.tsx'
import './circles.css'

type Circle = Awaited<ReturnType<Client['circle']['list']>>[number]

/** From here on a person looks for a name rather than reading the list. */
const MANY = 8

/** The groups that this person decides with. */
export function Circles(_props: PageProps) {
  const { t } = useWords()
  const live = useLive('circle', 'list', {})
  return (
    <Page
      title={t('circles.title')}
      lead={t('circles.lead')}
      actions={
        live.data !== undefined &&
        live.data.length > 0 && (
          <>
            <LinkButton href="#/join">{t('circles.join')}</LinkButton>
            <LinkButton variant="primary" href="#/circles/new">
              {t('circles.new')}
            </LinkButton>
          </>
        )
      }
    >
      <Asked live={live}>{(circles) => (circles.length === 0 ? <None /> : <List circles={circles} />)}</Asked>
    </Page>
  )
}

function None() {
  const { t } = useWords()
  return (
    <EmptyState
      title={t('circles.empty.title')}
      action={
        <>
          <LinkButton variant="primary" href="#/circles/new">
            {t('circles.new')}
          </LinkButton>
          <LinkButton href="#/join">{t('circles.join')}</LinkButton>
        </>
      }
    >
      {t('circles.empty')}
    </EmptyState>
  )
}

function List({ circles }: { readonly circles: readonly Circle[] }) {
  const { t, language } = useWords()
  const [text, setText] = useState('')
  const waiting = useLive('home', 'show', {}).data?.waiting ?? []
  const wanted = text.trim().toLocaleLowerCase()
  const shown = circles.filter(({ name, aim }) => `${name} ${aim}`.toLocaleLowerCase().includes(wanted))
  const sorted = shown.toSorted(
    (a, b) => Number(a.practice) - Number(b.practice) || a.name.localeCompare(b.name, language, { numeric: true }),
  )
  return (
    <>
      {circles.length > MANY && <TextField label={t('circles.filter')} type="search" value={text} onChange={setText} />}
      {sorted.length === 0 && <p role="status">{t('circles.filter.none')}</p>}
      {sorted.length > 0 && (
        <ThingList label={t('circles.title')}>
          {sorted.map((circle) => (
            <Row
              key={circle.circle}
              circle={circle}
              waits={waiting.filter((one) => one.circle === circle.circle).length}
            />
          ))}
        </ThingList>
      )}
    </>
  )
}

function Row({ circle, waits }: { readonly circle: Circle; readonly waits: number }) {
  const { t } = useWords()
  const { circle: id, name, aim, practice, members } = circle
  return (
    <ThingRow
      href={`#/circles/${id}`}
      title={name}
      note={aim}
      aside={
        <>
          {waits > 0 && <StateBadge tone="waiting">{t('circles.waiting', { count: waits })}</StateBadge>}
          {practice && <StateBadge tone="neutral">{t('circles.practice')}</StateBadge>}
          <span className="circles-count">{t('circles.count', { count: members })}</span>
        </>
      }
    />
  )
}
