import { Printer } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { LINES_OF_A_PART } from '../circles/LongThings.tsx'
import { CircleTabs } from '../circles/CircleTabs.tsx'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { useFolded } from '../people/use-folded.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { Entries } from './Entries.tsx'
import { EVERYTHING, Filters, queryOf, type Wanted } from './Filters.tsx'
import './logbook.css'

type Circle = Awaited<ReturnType<Client['circle']['show']>>

/** The circle's memory: everything it agreed and did, found as one types. */
export function Logbook({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

/** What was last looked for in each circle: it is still there when one comes back from an entry. */
const lookedFor = new Map<string, Wanted>()

function Shown({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const { circle: id, name } = circle
  const [wanted, setWanted] = useState(lookedFor.get(id) ?? EVERYTHING)
  const change = (part: Partial<Wanted>) => {
    const next = { ...wanted, ...part }
    lookedFor.set(id, next)
    setWanted(next)
  }
  return (
    <Page
      title={name}
      lead={t('logbook.lead', { circle: name })}
      back={{ href: '#/circles', label: t('circles.title') }}
      className="logbook"
      actions={
        <LinkButton href={`#/circles/${id}/logbook/document`} icon={<Printer aria-hidden />}>
          {t('logbook.print')}
        </LinkButton>
      }
    >
      <CircleTabs circle={id} now="logbook" />
      <CircleMarks circle={id} />
      <Filters wanted={wanted} onChange={change} members={circle.members} />
      <Found circle={id} wanted={wanted} />
    </Page>
  )
}

function Found({ circle, wanted }: { readonly circle: string; readonly wanted: Wanted }) {
  // Typing goes before answers: what was found last stays until the next is there.
  const asked = useDeferredValue(wanted)
  const query = { circle, ...queryOf(asked) }
  const live = useLive('logbook', 'list', { ...query, limit: LINES_OF_A_PART })
  const [last, setLast] = useState(live.data)
  if (live.data !== undefined && live.data !== last) setLast(live.data)
  const shown = { ...live, data: live.data ?? last }
  return <Asked live={shown}>{(first) => <Part query={query} whole={first} />}</Asked>
}

type Query = ReturnType<typeof queryOf> & { readonly circle: string }

function Part({
  query,
  whole,
}: {
  readonly query: Query
  readonly whole: Awaited<ReturnType<Client['logbook']['list']>>
}) {
  const { t } = useWords()
  const [first, folded] = useFolded(query.circle, whole)
  return (
    <section aria-labelledby="found" className="logbook-found">
      <h2 id="found" className="logbook-count">
        <span role="status">{t('logbook.count', { count: first.total })}</span>
      </h2>
      {folded}
      {first.items.length > 0 && <Entries query={query} first={first} total={first.total} />}
    </section>
  )
}
