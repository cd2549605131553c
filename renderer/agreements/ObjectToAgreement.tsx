import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'
import { DialogActions } from '../proposals/DialogActions.tsx'

type Props = {
  readonly agreement: string
  readonly asOf: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** An objection to something agreed is always possible: it goes on the circle's list, the agreement stays. */
export function ObjectToAgreement({ agreement, asOf, isOpen, onClose }: Props) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const object = useCommand('agreement', 'object')
  const toast = useToast()
  const send = async () => {
    const done = await object.run({ agreement, reason, asOf })
    if (done === undefined) return
    setReason('')
    onClose()
    toast.show({ text: t('agreements.object.done') })
  }
  return (
    <Dialog
      title={t('agreements.object.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <DialogActions
          label={t('agreements.object.send')}
          isPending={object.isPending}
          isDisabled={reason.trim() === ''}
          onSend={() => void send()}
          onClose={onClose}
        />
      }
    >
      <p>{t('agreements.object.lead')}</p>
      <TextArea
        label={t('proposals.object.reason')}
        value={reason}
        onChange={setReason}
        rows={4}
        isRequired
        autoFocus
      />
      <Refused of={object} />
    </Dialog>
  )
}
