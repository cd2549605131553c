import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { DialogActions } from '../proposals/DialogActions.tsx'
import { dayOf } from '../proposals/days.ts'
import { Refused } from '../shell/Refused.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { clockOf, isMinutes, momentOf, type Meeting } from './meeting-data.ts'
import './meetings.css'

type Props = { readonly meeting: Meeting; readonly onClose: () => void }

/** To another time or place; its name and length too. */
export function MoveMeeting({ meeting, onClose }: Props) {
  const { t } = useWords()
  const move = useCommand('meeting', 'move')
  const [title, setTitle] = useState(meeting.title)
  const [day, setDay] = useState(() => dayOf(new Date(meeting.starts)))
  const [clock, setClock] = useState(() => clockOf(meeting.starts))
  const [length, setLength] = useState(String(meeting.minutes))
  const [place, setPlace] = useState(meeting.place ?? '')
  const starts = momentOf(day, clock)
  const send = async () => {
    if (starts === null) return
    const where = place.trim() === '' ? null : place
    const plan = { title, starts, minutes: Number(length), place: where }
    const done = await move.run({ meeting: meeting.meeting, ...plan, asOf: meeting.asOf })
    if (done !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('meetings.move')}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions
          label={t('meetings.save')}
          isPending={move.isPending}
          isDisabled={title.trim() === '' || starts === null || !isMinutes(length)}
          onSend={() => void send()}
          onClose={onClose}
        />
      }
    >
      <div className="meeting-form">
        <TextField label={t('meetings.new.name')} value={title} onChange={setTitle} maxLength={200} />
        <div className="meeting-row">
          <DateField label={t('meetings.new.day')} value={day} onChange={setDay} />
          <TextField
            label={t('meetings.new.time')}
            value={clock}
            onChange={setClock}
            {...(starts === null ? { errorMessage: t('meetings.new.timeWrong') } : {})}
          />
          <TextField label={t('meetings.new.length')} value={length} onChange={setLength} />
        </div>
        <TextField label={t('meetings.new.place')} value={place} onChange={setPlace} />
        <Refused of={move} />
      </div>
    </Dialog>
  )
}
