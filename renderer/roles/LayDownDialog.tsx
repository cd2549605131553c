import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { DialogActions } from '../proposals/DialogActions.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import type { Role } from './role-data.ts'

/** An act of whoever holds the role: it needs nobody's consent. */
export function LayDownDialog({ role, onClose }: { readonly role: Role; readonly onClose: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const layDown = useCommand('role', 'layDown')
  const send = async () => {
    const why = reason.trim() === '' ? {} : { reason }
    const done = await layDown.run({ circle: role.circle, role: role.role, ...why, asOf: role.asOf })
    if (done !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('roles.layDown')}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions
          label={t('roles.layDown')}
          isPending={layDown.isPending}
          isDisabled={false}
          onSend={() => void send()}
          onClose={onClose}
        />
      }
    >
      <p>{t('roles.layDown.lead')}</p>
      <TextArea label={t('roles.layDown.reason')} value={reason} onChange={setReason} rows={3} />
      <Refused of={layDown} />
    </Dialog>
  )
}
