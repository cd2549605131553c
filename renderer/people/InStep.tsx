import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { byName } from '../words/by-name.ts'
import { useWords, type Words } from '../words/words.tsx'
import { Call } from './Call.tsx'
import { Listen } from './Listen.tsx'
import { useNow } from './use-now.ts'
import './people.css'

type Reach = Awaited<ReturnType<Client['network']['status']>>[number]
type Circle = Awaited<ReturnType<Client['circle']['list']>>[number]

/** Who is here now, by what path, when both last knew the same; and how to meet. */
export function InStep(_props: PageProps) {
  const { t } = useWords()
  const live = useLive('network', 'status', {})
  const circles = useLive('circle', 'list', {}).data ?? []
  return (
    <Page title={t('people.inStep')} lead={t('people.inStep.lead')}>
      <Asked live={live}>{(reach) => <Everyone reach={reach} circles={circles} />}</Asked>
      <div className="people-meet">
        <Listen />
        <Call />
      </div>
    </Page>
  )
}

function Everyone({ reach, circles }: { readonly reach: readonly Reach[]; readonly circles: readonly Circle[] }) {
  const { t } = useWords()
  if (reach.length === 0) return <EmptyState title={t('people.none.title')}>{t('people.none')}</EmptyState>
  const count = reach.filter(({ reachable }) => reachable).length
  const met = circles
    .map((circle) => ({ circle, people: reach.filter((one) => one.circle === circle.circle) }))
    .filter(({ people }) => people.length > 0)
    .toSorted((a, b) => here(b.people) - here(a.people))
  return (
    <>
      <p role="status">{t('people.count', { count })}</p>
      {met.map(({ circle, people }) => (
        <section key={circle.circle} className="people-circle" aria-labelledby={`circle-${circle.circle}`}>
          <h2 id={`circle-${circle.circle}`}>
            <a href={`#/circles/${circle.circle}`} dir="auto">
              {circle.name}
            </a>
          </h2>
          <InCircle label={circle.name} people={people} />
        </section>
      ))}
    </>
  )
}

const here = (people: readonly Reach[]): number => people.filter(({ reachable }) => reachable).length

function InCircle({ label, people }: { readonly label: string; readonly people: readonly Reach[] }) {
  const words = useWords()
  const now = useNow()
  const sorted = people.toSorted(byName(words.language)).toSorted((a, b) => Number(b.reachable) - Number(a.reachable))
  const lines = sorted.map((one) => ({
    id: one.person,
    name: one.name,
    note: noteOf(one, now, words),
    aside: (
      <StateBadge tone={one.reachable ? 'good' : 'neutral'}>
        {words.t(one.reachable ? 'people.here' : 'people.away')}
      </StateBadge>
    ),
  }))
  const differing = people.filter(({ differs }) => differs === true).map(({ name }) => name)
  const strange = people.flatMap(({ name, misunderstood }) => {
    if (!misunderstood) return []
    const program = misunderstood.program === '' ? 'none' : misunderstood.program
    return { name, text: words.t(`people.${misunderstood.theirs}`, { name, program }) }
  })
  return (
    <>
      {strange.map(({ name, text }) => (
        <Notice key={name} tone="error">
          {text}
        </Notice>
      ))}
      {differing.length > 0 && (
        <Notice tone="error">{words.t('people.differs', { names: words.list(differing) })}</Notice>
      )}
      <PersonList label={label} people={lines} />
    </>
  )
}

function noteOf({ path, lastInStep }: Reach, now: number, { t, ago }: Pick<Words, 't' | 'ago'>): string {
  const last = lastInStep === null ? t('people.never') : t('people.last', { ago: ago(lastInStep, now) })
  if (path === null) return last
  return `${last} · ${isPath(path) ? t(`people.path.${path}`) : t('people.path.other', { path })}`
}

const WAYS = ['direct', 'lan', 'internet', 'relay'] as const

const isPath = (path: string): path is (typeof WAYS)[number] => WAYS.some((one) => one === path)
