import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import type { Meeting } from './meeting-data.ts'

type Props = { readonly meeting: Meeting; readonly isOpen: boolean; readonly onClose: () => void }

/** Calls a meeting off, and says why. */
export function CancelDialog({ meeting, isOpen, onClose }: Props) {
  const { t } = useWords()
  const cancel = useCommand('meeting', 'cancel')
  const [reason, setReason] = useState('')
  const send = async () => {
    const done = await cancel.run({ meeting: meeting.meeting, reason, asOf: meeting.asOf })
    if (done !== undefined) onClose()
  }
  return (
    <CommandDialog
      title={t('meetings.cancel')}
      isOpen={isOpen}
      command={cancel}
      label={t('meetings.cancel')}
      isDisabled={reason.trim() === ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextArea label={t('meetings.cancel.reason')} value={reason} onChange={setReason} rows={2} />
    </CommandDialog>
  )
}
