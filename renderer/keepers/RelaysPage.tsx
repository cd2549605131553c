import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { Proposed } from './Proposed.tsx'
import { ProposeMachine } from './ProposeMachine.tsx'
import './keepers.css'

type Listed = Awaited<ReturnType<Client['relay']['list']>>
type Relay = Listed['relays'][number]

const TONES: Readonly<Record<Relay['standing'], StateTone>> = { used: 'good', ready: 'neutral', barred: 'neutral' }

/** The machines that pass on for this circle where no other way is found, and how to name another. */
export function RelaysPage({ id }: PageProps) {
  const { t } = useWords()
  const circle = useLive('circle', 'show', { circle: id }).data
  const live = useLive('relay', 'list', { circle: id })
  return (
    <Page
      title={t('relays.title')}
      lead={t('relays.lead')}
      {...(circle !== undefined && { back: { href: `#/circles/${id}`, label: circle.name } })}
    >
      <Asked live={live}>
        {({ relays, proposed }) => (
          <>
            {relays.length === 0 && <EmptyState title={t('relays.none.title')}>{t('relays.none')}</EmptyState>}
            {relays.map((relay) => (
              <One key={relay.relay} circle={id} relay={relay} />
            ))}
            <Proposed of={proposed} />
          </>
        )}
      </Asked>
      <p>
        <a href={`#/circles/${id}/keepers`}>{t('keepers.title')}</a>
      </p>
      <Notice tone="info" title={t('relays.sees.title')}>
        {t('relays.sees')}
      </Notice>
      {circle?.practice === false && <ProposeMachine circle={id} asOf={circle.asOf} what="relays" />}
    </Page>
  )
}

function One({ circle, relay }: { readonly circle: string; readonly relay: Relay }) {
  const { t } = useWords()
  const { agreement, standing, carries } = relay
  return (
    <Card as="section" className="keepers-one" aria-labelledby={`relay-${relay.relay}`}>
      <div className="keepers-head">
        <h2 id={`relay-${relay.relay}`}>
          {t('relays.one')} <bdi>{relay.relay.slice(0, 8)}</bdi>
        </h2>
        <StateBadge tone={TONES[standing]}>{t(`relays.standing.${standing}`)}</StateBadge>
      </div>
      {standing === 'used' && <p>{t('relays.used.what', { count: carries })}</p>}
      {standing === 'barred' && <p>{t('relays.barred.what')}</p>}
      <div className="keepers-ways">
        {standing === 'barred' && <LinkButton href={`#/circles/${circle}/people`}>{t('keepers.reach')}</LinkButton>}
        <a href={`#/agreements/${agreement}`}>{t('keepers.agreement')}</a>
        <a href={`#/agreements/${agreement}/end`}>{t('keepers.end')}</a>
      </div>
    </Card>
  )
}
