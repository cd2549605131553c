import { useWords } from '../words/words.tsx'
import type { Entry } from './entries.ts'
import { KindIcon } from './KindIcon.tsx'
import type { Group } from './use-entries.ts'

type FoundLinesProps = {
  /** Of the list; an option's is this and its own. */
  readonly id: string
  readonly groups: readonly Group[]
  readonly active: string | undefined
  readonly onPoint: (id: string) => void
  readonly onTake: (entry: Entry) => void
}

/** What fits what was typed. The keys are the field's; here one points and presses. */
export function FoundLines({ id, groups, active, onPoint, onTake }: FoundLinesProps) {
  const { t } = useWords()
  if (groups.length === 0) return <p className="palette-none">{t('palette.none')}</p>
  return (
    <div id={id} className="palette-list" role="listbox" aria-label={t('palette.label')}>
      {groups.map(({ title, entries }) => (
        <div key={title} role="group" aria-label={title} className="palette-group">
          <p className="palette-head" aria-hidden>
            {title}
          </p>
          {entries.map((entry) => (
            <Line
              key={entry.id}
              id={`${id}${entry.id}`}
              entry={entry}
              isActive={entry.id === active}
              onPoint={onPoint}
              onTake={onTake}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

type LineProps = Pick<FoundLinesProps, 'id' | 'onPoint' | 'onTake'> & {
  readonly entry: Entry
  readonly isActive: boolean
}

function Line({ id, entry, isActive, onPoint, onTake }: LineProps) {
  const { kind, label, note } = entry
  return (
    // The focus stays in the field, whose keys choose and take: an option has none of its own.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className="ui-option palette-line"
      data-focused={isActive || undefined}
      onPointerMove={() => onPoint(entry.id)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onTake(entry)}
    >
      <KindIcon kind={kind} />
      <span className="palette-words">
        <span>
          <bdi>{label}</bdi>
        </span>
        {note !== undefined && (
          <span className="palette-note">
            <bdi>{note}</bdi>
          </span>
        )}
      </span>
    </div>
  )
}
