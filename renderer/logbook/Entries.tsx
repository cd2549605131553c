import { AGREEMENT_TONES } from '../agreements/agreement-tones.ts'
import { ThingList, ThingRow } from '../circles/Things.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { aboutEntry, stateOfEntry, type Entry, type Names } from './entry-data.ts'
import { PlainRow } from './PlainRow.tsx'

/** The logbook's lines; what is an agreement, or about one, leads to it. */
export function Entries({ entries, names }: { readonly entries: readonly Entry[]; readonly names: Names }) {
  const words = useWords()
  return (
    <ThingList label={words.t('logbook.title')}>
      {entries.map((entry) => {
        const note = <Note entry={entry} names={names} />
        const tone = entry.kind === 'ending' || entry.state === null ? 'neutral' : AGREEMENT_TONES[entry.state]
        const aside = (
          <StateBadge tone={entry.due === 'overdue' ? 'attention' : tone}>{stateOfEntry(entry, words)}</StateBadge>
        )
        return entry.agreement === null ? (
          <PlainRow key={entry.entry} title={entry.title} note={note} aside={aside} />
        ) : (
          <ThingRow
            key={entry.entry}
            href={`#/agreements/${entry.agreement}`}
            title={entry.title}
            note={note}
            aside={aside}
          />
        )
      })}
    </ThingList>
  )
}

function Note({ entry, names }: { readonly entry: Entry; readonly names: Names }) {
  const words = useWords()
  return (
    <>
      {aboutEntry(entry, names, words)}
      {entry.found !== null && (
        <q className="logbook-quote" dir="auto">
          {entry.found}
        </q>
      )}
    </>
  )
}
