import type { Client } from '../../src/api/client.ts'
import { Notice } from '../ui/Notice.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { byName } from '../words/by-name.ts'
import { useWords, type Words } from '../words/words.tsx'
import { useNow } from './use-now.ts'

export type Reach = Awaited<ReturnType<Client['network']['status']>>[number]

/** The others of one circle: who is here, by which way, and how far they have seen. */
export function InCircle({ label, people }: { readonly label: string; readonly people: readonly Reach[] }) {
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
      {people.some(({ keeperFault }) => keeperFault === 'untrue') && (
        <Notice tone="error">{words.t('keepers.untrue.what')}</Notice>
      )}
      {people.some(({ keeperFault }) => keeperFault === 'withholds') && (
        <Notice tone="warning">{words.t('keepers.withholds.what')}</Notice>
      )}
      {differing.length > 0 && (
        <Notice tone="error">{words.t('people.differs', { names: words.list(differing) })}</Notice>
      )}
      <PersonList label={label} people={lines} />
    </>
  )
}

function noteOf(line: Reach, now: number, words: Pick<Words, 't' | 'ago'>): string {
  const { t } = words
  const { reachable, inStep = false, behind = 0, byKeeper = false } = line
  const isLate = !inStep && behind > 0
  const seen = isLate ? [t(reachable ? 'people.coming' : 'people.behind', { count: behind })] : []
  const kept = !reachable && byKeeper ? [t('people.byKeeper')] : []
  return [inStep ? t('people.now') : lastOf(line, now, words), ...seen, ...wayOf(line, words), ...kept].join(' · ')
}

const lastOf = ({ lastInStep }: Reach, now: number, { t, ago }: Pick<Words, 't' | 'ago'>): string =>
  lastInStep === null ? t('people.never') : t('people.last', { ago: ago(lastInStep, now) })

function wayOf({ path, lastPath = null }: Reach, { t }: Pick<Words, 't'>): string[] {
  const words = (way: string) => (isPath(way) ? t(`people.path.${way}`) : t('people.path.other', { path: way }))
  if (path !== null) return [words(path)]
  return lastPath === null ? [] : [t('people.lastBy', { path: words(lastPath) })]
}

const WAYS = ['direct', 'lan', 'internet', 'relay', 'stick', 'keeper'] as const

const isPath = (path: string): path is (typeof WAYS)[number] => WAYS.some((one) => one === path)
