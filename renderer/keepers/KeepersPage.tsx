import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import { useNow } from '../people/use-now.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { useWords, type Words } from '../words/words.tsx'
import { Proposed } from './Proposed.tsx'
import { ProposeMachine } from './ProposeMachine.tsx'
import './keepers.css'

type Listed = Awaited<ReturnType<Client['keeper']['list']>>
type Keeper = Listed['keepers'][number]

const TONES: Readonly<Record<Keeper['standing'], StateTone>> = {
  whole: 'good',
  coming: 'waiting',
  full: 'attention',
  away: 'attention',
  barred: 'neutral',
  newer: 'attention',
  withholds: 'attention',
  untrue: 'attention',
}

/** The machines that keep this circle's things, how each stands, and how to name another. */
export function KeepersPage({ id }: PageProps) {
  const { t } = useWords()
  const circle = useLive('circle', 'show', { circle: id }).data
  const live = useLive('keeper', 'list', { circle: id })
  return (
    <Page
      title={t('keepers.title')}
      lead={t('keepers.lead')}
      {...(circle !== undefined && { back: { href: `#/circles/${id}`, label: circle.name } })}
    >
      <Asked live={live}>{(listed) => <Shown circle={id} listed={listed} />}</Asked>
      <p>
        <a href={`#/circles/${id}/relays`}>{t('relays.title')}</a>
      </p>
      <Notice tone="info" title={t('keepers.sees.title')}>
        {t('keepers.sees')}
      </Notice>
      {circle?.practice === false && <ProposeMachine circle={id} asOf={circle.asOf} what="keepers" />}
    </Page>
  )
}

function Shown({ circle, listed: { keepers, proposed } }: { readonly circle: string; readonly listed: Listed }) {
  const { t } = useWords()
  return (
    <>
      {keepers.length === 0 && <EmptyState title={t('keepers.none.title')}>{t('keepers.none')}</EmptyState>}
      {keepers.map((keeper) => (
        <One key={keeper.keeper} circle={circle} keeper={keeper} />
      ))}
      <Proposed of={proposed} />
    </>
  )
}

function One({ circle, keeper }: { readonly circle: string; readonly keeper: Keeper }) {
  const words = useWords()
  const { t } = words
  const now = useNow()
  const { agreement, standing, place, kept, known } = keeper
  const more = whatOf(keeper, now, words)
  const isPartly = standing === 'coming' || standing === 'full'
  return (
    <Card as="section" className="keepers-one" aria-labelledby={`keeper-${keeper.keeper}`}>
      <div className="keepers-head">
        <h2 id={`keeper-${keeper.keeper}`}>
          <bdi>{place === null ? t('keepers.place.internet') : t('keepers.place', { place })}</bdi>
        </h2>
        <StateBadge tone={TONES[standing]}>{t(`keepers.standing.${standing}`)}</StateBadge>
      </div>
      {isPartly && <p>{t('keepers.of', { kept, known })}</p>}
      {more !== null && <p>{more}</p>}
      <div className="keepers-ways">
        {standing === 'barred' && <LinkButton href={`#/circles/${circle}/people`}>{t('keepers.reach')}</LinkButton>}
        <a href={`#/agreements/${agreement}`}>{t('keepers.agreement')}</a>
        <a href={`#/agreements/${agreement}/end`}>{t('keepers.end')}</a>
      </div>
    </Card>
  )
}

function whatOf({ standing, lastHere }: Keeper, now: number, { t, ago }: Pick<Words, 't' | 'ago'>): string | null {
  switch (standing) {
    case 'full':
      return t('keepers.full.what')
    case 'barred':
      return t('keepers.barred.what')
    case 'withholds':
    case 'untrue':
      return t(`keepers.${standing}.what`)
    case 'newer':
      return t('keepers.newer.what')
    case 'away':
      return lastHere === null ? t('keepers.away.never') : t('keepers.away.what', { ago: ago(lastHere, now) })
    default:
      return null
  }
}
