import { useDeferredValue } from 'react'
import { AGREEMENT_TONES } from '../agreements/agreement-tones.ts'
import { LongThings, placeOf } from '../circles/LongThings.tsx'
import { ThingRow, type Place } from '../circles/Things.tsx'
import { useLive } from '../node/use-live.ts'
import { useFolded } from '../people/use-folded.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { aboutEntry, stateOfEntry, type Entry, type Names } from './entry-data.ts'
import type { queryOf } from './Filters.tsx'
import { PlainRow } from './PlainRow.tsx'

type Query = ReturnType<typeof queryOf> & { readonly circle: string }
type Found = { readonly items: readonly Entry[]; readonly names: Names }
type Props = { readonly query: Query; readonly first: Found; readonly total: number }

/** The logbook's lines, fetched as one comes near them; what is an agreement, or about one, leads to it. */
export function Entries({ query, first, total }: Props) {
  const { t } = useWords()
  return (
    <LongThings
      label={t('logbook.title')}
      total={total}
      renderLines={(from, limit) =>
        from === 0 ? (
          <Lines found={first} from={0} total={total} />
        ) : (
          <Further query={query} from={from} limit={limit} total={total} />
        )
      }
    />
  )
}

type FurtherProps = Omit<Props, 'first'> & { readonly from: number; readonly limit: number }

function Further({ query, from, limit, total }: FurtherProps) {
  // What comes while one scrolls is drawn between frames, not in the way of one.
  const come = useDeferredValue(useLive('logbook', 'list', { ...query, from, limit }).data)
  const [data] = useFolded(query.circle, come)
  return data === undefined ? null : <Lines found={data} from={from} total={total} />
}

type LinesProps = { readonly found: Found; readonly from: number; readonly total: number }

function Lines({ found: { items, names }, from, total }: LinesProps) {
  return items.map((entry, at) => (
    <Line key={entry.entry} entry={entry} names={names} place={placeOf(from + at, total)} />
  ))
}

type LineProps = { readonly entry: Entry; readonly names: Names; readonly place: Place | undefined }

function Line({ entry, names, place }: LineProps) {
  const words = useWords()
  const note = (
    <>
      {aboutEntry(entry, names, words)}
      {(entry.apart ?? []).map((kind) => (
        <span className="logbook-apart" key={kind}>
          {words.t(`links.did.${kind}`)}
        </span>
      ))}
      {entry.found !== null && (
        <q className="logbook-quote" dir="auto">
          {entry.found}
        </q>
      )}
    </>
  )
  const isPlain = entry.kind === 'ending' || entry.became === 'ended' || entry.state === null
  const tone = isPlain || entry.state === null ? 'neutral' : AGREEMENT_TONES[entry.state]
  const aside = (
    <StateBadge tone={entry.due === 'overdue' ? 'attention' : tone}>{stateOfEntry(entry, words)}</StateBadge>
  )
  const said = { title: entry.title, note, aside, place }
  return entry.agreement === null ? (
    <PlainRow {...said} />
  ) : (
    <ThingRow href={`#/agreements/${entry.agreement}`} {...said} />
  )
}
