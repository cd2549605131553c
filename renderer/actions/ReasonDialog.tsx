import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'

type Props = { readonly action: string; readonly as: 'drop' | 'reopen'; readonly onClose: () => void }

/** Why a next step is dropped, or taken up again. */
export function ReasonDialog({ action, as, onClose }: Props) {
  const { t } = useWords()
  const drop = useCommand('action', 'drop')
  const reopen = useCommand('action', 'reopen')
  const command = as === 'drop' ? drop : reopen
  const [reason, setReason] = useState('')
  const send = async () => {
    const done = await command.run({ action, reason })
    if (done !== undefined) onClose()
  }
  const label = t(as === 'drop' ? 'actions.drop' : 'actions.reopen')
  return (
    <CommandDialog
      title={label}
      isOpen
      command={command}
      label={label}
      isDisabled={reason.trim() === ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextArea label={t('actions.reason')} value={reason} onChange={setReason} rows={2} />
    </CommandDialog>
  )
}
