import { useCommand } from '../node/use-command.ts'
import { dayOf } from '../proposals/days.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useWords } from '../words/words.tsx'
import { clockOf, type Meeting } from './meeting-data.ts'
import { PlanFields, usePlan } from './PlanFields.tsx'
import './meetings.css'

type Props = { readonly meeting: Meeting; readonly onClose: () => void }

/** To another time or place; its name and length too. */
export function MoveMeeting({ meeting, onClose }: Props) {
  const { t } = useWords()
  const move = useCommand('meeting', 'move')
  const { plan, ...fields } = usePlan(() => ({
    title: meeting.title,
    day: dayOf(new Date(meeting.starts)),
    clock: clockOf(meeting.starts),
    length: String(meeting.minutes),
    place: meeting.place ?? '',
    rhythm: meeting.rhythm ?? null,
  }))
  const send = async () => {
    if (plan === null) return
    const done = await move.run({ meeting: meeting.meeting, ...plan, asOf: meeting.asOf })
    if (done !== undefined) onClose()
  }
  return (
    <CommandDialog
      title={t('meetings.move')}
      isOpen
      command={move}
      label={t('meetings.save')}
      isDisabled={plan === null}
      onSend={() => void send()}
      onClose={onClose}
    >
      <div className="meeting-form">
        <PlanFields {...fields} />
      </div>
    </CommandDialog>
  )
}
