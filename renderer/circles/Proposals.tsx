import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import { Asked } from '../shell/Asked.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { ThingList, ThingRow } from './Things.tsx'

type Proposal = Awaited<ReturnType<Client['proposal']['list']>>['items'][number]

const TONES: Readonly<Record<Proposal['state'], StateTone>> = {
  open: 'neutral',
  'in-round': 'waiting',
  adopted: 'good',
  contested: 'attention',
  withdrawn: 'ended',
  tabled: 'ended',
}

/** The proposals of a circle by what waits: first for the person who looks, then for others. */
export function Proposals({ circle }: { readonly circle: string }) {
  const { t } = useWords()
  const live = useLive('proposal', 'list', { circle })
  return (
    <section className="circle-part" aria-labelledby="proposals">
      <h2 id="proposals">{t('circles.proposals')}</h2>
      <Asked live={live}>{({ items }) => <ByWhatWaits circle={circle} proposals={items} />}</Asked>
    </section>
  )
}

function ByWhatWaits({ circle, proposals }: { readonly circle: string; readonly proposals: readonly Proposal[] }) {
  const { t } = useWords()
  const waiting = useLive('home', 'show', {}).data?.waiting ?? []
  const mine = new Set(waiting.flatMap(({ proposal }) => proposal ?? []))
  const open = proposals.filter(({ state }) => state === 'open' || state === 'in-round')
  const away = proposals.filter(({ state }) => state === 'withdrawn' || state === 'tabled')
  const forMe = open.filter(({ proposal }) => mine.has(proposal))
  const others = open.filter(({ proposal }) => !mine.has(proposal))
  if (proposals.length === 0) return <None circle={circle} />
  return (
    <>
      {open.length === 0 && <p className="circle-none">{t('circles.proposals.calm')}</p>}
      <Group title={t('circles.waitsYou')} proposals={forMe} />
      <Group title={t('circles.underWay')} proposals={others} />
      {away.length > 0 && (
        <Disclosure title={t('circles.away', { count: away.length })}>
          <Rows label={t('circles.away', { count: away.length })} proposals={away} />
        </Disclosure>
      )}
    </>
  )
}

function None({ circle }: { readonly circle: string }) {
  const { t } = useWords()
  return (
    <EmptyState
      title={t('circles.proposals.none.title')}
      headingLevel={3}
      action={<LinkButton href={`#/circles/${circle}/propose`}>{t('circles.propose')}</LinkButton>}
    >
      {t('circles.proposals.none')}
    </EmptyState>
  )
}

function Group({ title, proposals }: { readonly title: string; readonly proposals: readonly Proposal[] }) {
  if (proposals.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <Rows label={title} proposals={proposals} />
    </>
  )
}

function Rows({ label, proposals }: { readonly label: string; readonly proposals: readonly Proposal[] }) {
  const { t, list } = useWords()
  return (
    <ThingList label={label}>
      {proposals.map(({ proposal, title, state, awaiting, names }) => (
        <ThingRow
          key={proposal}
          href={`#/proposals/${proposal}`}
          title={title}
          {...(awaiting.length === 0
            ? {}
            : { note: t('circles.waitsFor', { names: list(awaiting.map((person) => names[person] ?? '')) }) })}
          aside={<StateBadge tone={TONES[state]}>{t(`proposals.state.${state}`)}</StateBadge>}
        />
      ))}
    </ThingList>
  )
}
