import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { DialogActions } from '../proposals/DialogActions.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Dialog } from '../ui/Dialog.tsx'
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
    <Dialog
      title={t('selections.end')}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions
          label={t('selections.end')}
          isPending={end.isPending}
          isDisabled={reason.trim() === ''}
          onSend={() => void send()}
          onClose={onClose}
        />
      }
    >
      <p>{t('selections.end.lead')}</p>
      <TextArea label={t('drivers.reason')} value={reason} onChange={setReason} rows={3} isRequired />
      <Refused of={end} />
    </Dialog>
  )
}
