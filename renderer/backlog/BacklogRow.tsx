import { NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { titleOfItem, type BacklogItem } from '../circles/Backlog.tsx'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Row } from '../ui/Rows.tsx'
import { UpDown } from '../ui/UpDown.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import type { Circle } from './BacklogPage.tsx'
import { NoteDialog } from './NoteDialog.tsx'

type Props = {
  readonly circle: Circle
  readonly item: BacklogItem
  readonly href: string
  /** The items above it, from the top. */
  readonly above: readonly string[]
  readonly below: string | null
  readonly isMember: boolean
}

/** One thing that waits: what it is, who looks after it, how long it wants, and what comes next. */
export function BacklogRow({ circle, item, href, above, below, isMember }: Props) {
  const { t, direction } = useWords()
  const [isOpen, setOpen] = useState(false)
  const place = useCommand('backlog', 'place')
  const title = isolated(titleOfItem(t, item), direction)
  const move = (under: string | null) =>
    void place.run({ circle: circle.circle, item: item.item, under, asOf: circle.asOf })
  const acts = (
    <>
      <UpDown
        up={t('backlog.up', { title })}
        down={t('backlog.down', { title })}
        onUp={above.length === 0 ? undefined : () => move(above.at(-2) ?? null)}
        onDown={below === null ? undefined : () => move(below)}
      />
      <Button
        variant="plain"
        size="small"
        aria-label={t('backlog.note', { title })}
        icon={<NotebookPen aria-hidden />}
        onPress={() => setOpen(true)}
      />
      <NoteDialog circle={circle} item={item} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  )
  return (
    <Row className="backlog-item" acts={isMember ? acts : undefined}>
      <a href={href}>{t(`circles.backlog.${item.kind}`, { title })}</a>
      <Notes item={item} />
      <Refused of={place} />
    </Row>
  )
}

function Notes({ item }: { readonly item: BacklogItem }) {
  const { t, date } = useWords()
  const { ownerName = null, minutes = null, next = null, due = null } = item
  const notes = [
    ...(due === null ? [] : [t('backlog.due', { date: date(due) })]),
    ...(ownerName === null ? [] : [t('backlog.ownedBy', { name: ownerName })]),
    ...(minutes === null ? [] : [t('backlog.wants', { count: minutes })]),
  ]
  return (
    <>
      {notes.length > 0 && <p className="backlog-notes">{notes.join(' · ')}</p>}
      {next !== null && (
        <p className="backlog-notes">
          {t('backlog.nextIs')} <bdi>{next}</bdi>
        </p>
      )}
    </>
  )
}
