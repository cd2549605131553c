import { Printer } from 'lucide-react'
import { memo, startTransition, useEffect, useEffectEvent, useState } from 'react'
import { useLive } from '../node/use-live.ts'
import { useFolded } from '../people/use-folded.tsx'
import { dayOf } from '../proposals/days.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { aboutEntry, stateOfEntry, type Entry, type Names } from './entry-data.ts'
import './logbook.css'

/** So much at once: one answer holds all the words of it, and is drawn between two frames. */
const LIMIT = 100

/** The whole logbook with all its words, the oldest first, to be read or printed as one. */
export function LogbookDocument({ id }: PageProps) {
  const { t, date } = useWords()
  const [today] = useState(() => dayOf(new Date()))
  const [come, setCome] = useState(0)
  const circle = useLive('circle', 'show', { circle: id }).data
  const live = useLive('logbook', 'list', { circle: id, order: 'oldest', limit: 1 })
  const parts = live.data === undefined ? 1 : Math.ceil(live.data.total / LIMIT)
  return (
    <Page
      title={t('logbook.title')}
      lead={t('logbook.print.lead', { circle: circle?.name ?? '', date: date(today) })}
      back={{ href: `#/circles/${id}/logbook`, label: t('logbook.title') }}
      className="logbook-document"
      actions={
        // Printed sooner, it would be a part of it that looks like all.
        <Button
          variant="primary"
          icon={<Printer aria-hidden />}
          isPending={come < parts}
          onPress={() => window.print()}
        >
          {t('logbook.print.now')}
        </Button>
      }
    >
      <Asked live={live}>
        {() => (
          <>
            {come < parts && <Loading label={t('logbook.print.coming')} progress={come / parts} />}
            <div className="logbook-whole">
              {Array.from({ length: Math.min(come + 1, parts) }, (_, part) => (
                <Part key={part} circle={id} from={part * LIMIT} onCome={() => setCome(Math.max(come, part + 1))} />
              ))}
            </div>
          </>
        )}
      </Asked>
    </Page>
  )
}

type PartProps = { readonly circle: string; readonly from: number; readonly onCome: () => void }

/** One after the other: thousands at once would keep the window from answering. */
function Part({ circle, from, onCome }: PartProps) {
  const live = useLive('logbook', 'list', { circle, order: 'oldest', from, limit: LIMIT, whole: true })
  const isHere = live.data !== undefined || live.refusal !== null
  const come = useEffectEvent(onCome)
  useEffect(() => {
    if (isHere) startTransition(() => come())
  }, [isHere])
  return <Asked live={live}>{({ items, names }) => <Entries circle={circle} items={items} names={names} />}</Asked>
}

const Entries = memo(function Entries({
  circle,
  items,
  names,
}: {
  readonly circle: string
  readonly items: readonly Entry[]
  readonly names: Names
}) {
  const [shown, folded] = useFolded(circle, items)
  return (
    <>
      {folded}
      {shown.map((entry) => (
        <Whole key={entry.entry} entry={entry} names={names} />
      ))}
    </>
  )
})

function Whole({ entry, names }: { readonly entry: Entry; readonly names: Names }) {
  const words = useWords()
  const { t, list } = words
  const { title, text, driver, criteria, consents, borrowed } = entry
  const nameIn = (person: string) => names[person] ?? ''
  const consented = consents.map((person) => {
    const from = borrowed.find((one) => one.person === person)?.from
    return from === undefined ? nameIn(person) : `${nameIn(person)} (${t('beside.note', { name: nameIn(from) })})`
  })
  return (
    <article className="logbook-entry">
      <h2 dir="auto">{title}</h2>
      <p className="logbook-about">{`${stateOfEntry(entry, words)} · ${aboutEntry(entry, names, words)}`}</p>
      {(entry.apart ?? []).map((kind) => (
        <p key={kind}>{t(`links.did.${kind}`)}</p>
      ))}
      {driver !== null && <p dir="auto">{t('why.driver', { text: driver })}</p>}
      {text !== null && <Markdown text={text} look="words" headingLevel={3} />}
      {criteria.length > 0 && (
        <>
          <p>{t('proposals.criteria')}</p>
          <ul>
            {criteria.map((criterion) => (
              <li key={criterion} dir="auto">
                {criterion}
              </li>
            ))}
          </ul>
        </>
      )}
      {consents.length > 0 && <p className="logbook-about">{`${t('agreements.who')}: ${list(consented)}`}</p>}
    </article>
  )
}
