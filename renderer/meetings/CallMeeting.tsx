import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCommand } from '../node/use-command.ts'
import { dayOf } from '../proposals/days.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { isMinutes, momentOf, type MeetingLine } from './meeting-data.ts'

type Props = { readonly circle: string; readonly follows: MeetingLine | undefined }

/** Calls a meeting, and goes there. */
export function CallMeeting({ circle, follows }: Props) {
  const { t, direction } = useWords()
  const [, go] = useLocation()
  const schedule = useCommand('meeting', 'schedule')
  const [title, setTitle] = useState('')
  const [day, setDay] = useState(() => dayOf(new Date()))
  const [clock, setClock] = useState('19:00')
  const [length, setLength] = useState('90')
  const [place, setPlace] = useState('')
  const [isNext, setNext] = useState(true)
  const starts = momentOf(day, clock)
  const send = async () => {
    if (starts === null) return
    const where = place.trim() === '' ? {} : { place }
    const after = isNext && follows !== undefined ? { follows: follows.meeting } : {}
    const plan = { title, starts, minutes: Number(length), ...where, ...after }
    const done = await schedule.run({ circle, ...plan })
    if (done !== undefined) go(`/meetings/${done.meeting}`)
  }
  return (
    <Form className="meeting-form" onSend={send}>
      <TextField label={t('meetings.new.name')} value={title} onChange={setTitle} maxLength={200} isRequired />
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
      {follows !== undefined && (
        <Checkbox
          label={t('meetings.new.follows', { title: isolated(follows.title, direction) })}
          isSelected={isNext}
          onChange={setNext}
        />
      )}
      <Refused of={schedule} />
      <Button
        type="submit"
        variant="primary"
        isPending={schedule.isPending}
        isDisabled={title.trim() === '' || starts === null || !isMinutes(length)}
      >
        {t('meetings.new.send')}
      </Button>
    </Form>
  )
}
