import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import type { Selection } from './selection-data.ts'

/** No suitable person was found, for now. */
export function EndSelection({ selection, onClose }: { readonly selection: Selection; readonly onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const end = useCommand('selection', 'end')
  const send = async () => {
    const done = await end.run({ selection: selection.selection, reason, asOf: selection.asOf })
    if (done !== undefined) onClose()
  }
  return (
    <CommandDialog
      title={t('selections.end')}
      isOpen
      command={end}
      label={t('selections.end')}
      isDisabled={reason.trim() === ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('selections.end.lead')}</p>
      <TextArea label={t('drivers.reason')} value={reason} onChange={setReason} rows={3} isRequired />
    </CommandDialog>
  )
}
