import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
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
    <CommandDialog
      title={t('roles.layDown')}
      isOpen
      command={layDown}
      label={t('roles.layDown')}
      isDisabled={false}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('roles.layDown.lead')}</p>
      <TextArea label={t('roles.layDown.reason')} value={reason} onChange={setReason} rows={3} />
    </CommandDialog>
  )
}
