import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { DialogActions } from '../proposals/DialogActions.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { isMinutes, KINDS, type AgendaItem } from './meeting-data.ts'
import './meetings.css'

type Props = { readonly item: AgendaItem; readonly asOf: string; readonly onClose: () => void }

/** Another name, kind or length for something on the agenda. */
export function RewordItem({ item, asOf, onClose }: Props) {
  const { t } = useWords()
  const change = useCommand('agenda', 'change')
  const [title, setTitle] = useState(item.title)
  const [kind, setKind] = useState(item.kind)
  const [length, setLength] = useState(String(item.minutes))
  const send = async () => {
    const done = await change.run({ item: item.item, title, kind, minutes: Number(length), asOf })
    if (done !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('meetings.reword')}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions
          label={t('meetings.save')}
          isPending={change.isPending}
          isDisabled={title.trim() === '' || !isMinutes(length)}
          onSend={() => void send()}
          onClose={onClose}
        />
      }
    >
      <div className="meeting-form">
        <TextField label={t('meetings.item.title')} value={title} onChange={setTitle} maxLength={200} />
        <div className="meeting-row">
          <Select
            label={t('meetings.item.kind')}
            value={kind}
            onChange={setKind}
            items={KINDS.map((id) => ({ id, label: t(`meetings.kind.${id}`) }))}
          />
          <TextField label={t('meetings.new.length')} value={length} onChange={setLength} />
        </div>
        <Refused of={change} />
      </div>
    </Dialog>
  )
}
