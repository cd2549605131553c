import { useState } from 'react'
import type { BacklogItem } from '../circles/Backlog.tsx'
import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { byName } from '../words/by-name.ts'
import { useWords } from '../words/words.tsx'
import type { Circle } from './BacklogPage.tsx'

type Props = {
  readonly circle: Circle
  readonly item: BacklogItem
  readonly isOpen: boolean
  readonly onClose: () => void
}

const NOBODY = 'nobody'
const LONGEST = 600

/** Who looks after an item, how long it wants in a meeting, and what comes next. */
export function NoteDialog(props: Props) {
  return props.isOpen ? <Open {...props} /> : null
}

function Open({ circle, item, isOpen, onClose }: Props) {
  const { t, language } = useWords()
  const note = useCommand('backlog', 'note')
  const [owner, setOwner] = useState(item.owner ?? NOBODY)
  const [minutes, setMinutes] = useState(String(item.minutes ?? ''))
  const [next, setNext] = useState(item.next ?? '')
  const people = circle.members
    .filter(({ state }) => state !== 'left' && state !== 'removed')
    .toSorted(byName(language))
  const time = Number(minutes)
  const isTime = minutes.trim() === '' || (Number.isInteger(time) && time >= 1 && time <= LONGEST)
  const send = async () => {
    const wanted = { owner: owner === NOBODY ? null : owner, minutes: minutes.trim() === '' ? null : time, next }
    const done = await note.run({ circle: circle.circle, item: item.item, ...changed(item, wanted), asOf: circle.asOf })
    if (done !== undefined) onClose()
  }
  return (
    <CommandDialog
      title={t('backlog.noteTitle')}
      isOpen={isOpen}
      command={note}
      label={t('backlog.save')}
      isDisabled={!isTime}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Select
        label={t('backlog.owner')}
        value={owner}
        onChange={setOwner}
        items={[
          { id: NOBODY, label: t('backlog.nobody') },
          ...people.map(({ person, name }) => ({ id: person, label: name })),
        ]}
      />
      <TextField
        label={t('backlog.minutes')}
        value={minutes}
        onChange={setMinutes}
        {...(isTime ? {} : { errorMessage: t('backlog.minutesWrong', { count: LONGEST }) })}
      />
      <TextField label={t('backlog.next')} value={next} onChange={setNext} />
    </CommandDialog>
  )
}

type Wanted = { readonly owner: string | null; readonly minutes: number | null; readonly next: string }

/** Only what is different is said: the rest may be somebody else's to change, elsewhere. */
function changed(item: BacklogItem, { owner, minutes, next }: Wanted) {
  return {
    ...(owner === (item.owner ?? null) ? {} : { owner }),
    ...(minutes === (item.minutes ?? null) ? {} : { minutes }),
    ...(next.trim() === (item.next ?? '') ? {} : { next: next.trim() === '' ? null : next }),
  }
}
