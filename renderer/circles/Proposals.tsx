import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import { isHandedOn, isPutAway } from '../proposals/page-data.ts'
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
  escalated: 'waiting',
  'to-helping-circle': 'waiting',
}

/** The proposals of a circle by what waits: first for the person who looks, then for others. */
export function Proposals({ circle, me }: { readonly circle: string; readonly me: string }) {
  const { t } = useWords()
  const live = useLive('proposal', 'list', { circle })
  return (
    <section className="circle-part" aria-labelledby="proposals">
      <h2 id="proposals">{t('circles.proposals')}</h2>
      <Asked live={live}>{({ items }) => <ByWhatWaits circle={circle} me={me} proposals={items} />}</Asked>
    </section>
  )
}

function ByWhatWaits({ circle, me, proposals }: RowsProps & { readonly circle: string }) {
  const { t } = useWords()
  const waiting = useLive('home', 'show', {}).data?.waiting ?? []
  const mine = new Set(waiting.flatMap(({ proposal }) => proposal ?? []))
  const open = proposals.filter(({ state }) => state === 'open' || state === 'in-round')
  const away = proposals.filter(({ state }) => isPutAway(state) && !isHandedOn(state))
  const on = proposals.filter(({ state }) => isHandedOn(state))
  const forMe = open.filter(({ proposal }) => mine.has(proposal))
  const others = open.filter(({ proposal }) => !mine.has(proposal))
  if (proposals.length === 0) return <None circle={circle} />
  return (
    <>
      {open.length === 0 && <p className="circle-none">{t('circles.proposals.calm')}</p>}
      <Group label={t('circles.waitsYou')} me={me} proposals={forMe} />
      <Group label={t('circles.underWay')} me={me} proposals={others} />
      <Folded label={t('circles.handedOn', { count: on.length })} me={me} proposals={on} />
      <Folded label={t('circles.away', { count: away.length })} me={me} proposals={away} />
    </>
  )
}

/** What asks nothing of anybody here, behind one line. */
function Folded(props: RowsProps & { readonly label: string }) {
  if (props.proposals.length === 0) return null
  return (
    <Disclosure title={props.label}>
      <Rows {...props} />
    </Disclosure>
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

type RowsProps = { readonly me: string; readonly proposals: readonly Proposal[] }

function Group(props: RowsProps & { readonly label: string }) {
  if (props.proposals.length === 0) return null
  return (
    <>
      <h3>{props.label}</h3>
      <Rows {...props} />
    </>
  )
}

function Rows({ label, me, proposals }: RowsProps & { readonly label: string }) {
  const { t } = useWords()
  return (
    <ThingList label={label}>
      {proposals.map((proposal) => (
        <ThingRow
          key={proposal.proposal}
          href={`#/proposals/${proposal.proposal}`}
          title={proposal.title}
          {...(proposal.awaiting.length === 0 ? {} : { note: <Awaited proposal={proposal} me={me} /> })}
          aside={<StateBadge tone={TONES[proposal.state]}>{t(`proposals.state.${proposal.state}`)}</StateBadge>}
        />
      ))}
    </ThingList>
  )
}

/** Whose voice the round waits for. */
function Awaited({ proposal, me }: { readonly proposal: Proposal; readonly me: string }) {
  const { t, list } = useWords()
  const { awaiting, names } = proposal
  const others = list(awaiting.filter((person) => person !== me).map((person) => names[person] ?? ''))
  if (!awaiting.includes(me)) return t('home.waits.others', { names: others })
  return t(others === '' ? 'home.waits.you' : 'home.waits.both', { names: others })
}
