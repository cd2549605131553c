import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import { DialogActions } from './DialogActions.tsx'
import type { Proposal } from './page-data.ts'

const BEGINNINGS = ['proposals.object.helpHarm', 'proposals.object.helpMiss', 'proposals.object.helpRisk'] as const

type Props = { readonly proposal: Proposal; readonly isOpen: boolean; readonly onClose: () => void }

/** An objection needs its reason; the dialog helps to find it, and says when a concern is enough. */
export function ObjectDialog({ proposal, isOpen, onClose }: Props) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const object = useCommand('response', 'object')
  const send = async () => {
    const { proposal: id, version, asOf } = proposal
    const done = await object.run({ proposal: id, version, reason, asOf })
    if (done === undefined) return
    setReason('')
    onClose()
  }
  return (
    <Dialog
      title={t('proposals.object.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <DialogActions
          label={t('proposals.object.send')}
          isPending={object.isPending}
          isDisabled={reason.trim() === ''}
          onSend={() => void send()}
          onClose={onClose}
        />
      }
    >
      <p>{t('proposals.object.lead')}</p>
      <div className="proposal-beginnings">
        {BEGINNINGS.map((key) => (
          <Button
            key={key}
            size="small"
            onPress={() => setReason(reason === '' ? t(key).replace(/…\s*$/, '') : reason)}
          >
            {t(key)}
          </Button>
        ))}
      </div>
      <TextArea
        label={t('proposals.object.reason')}
        value={reason}
        onChange={setReason}
        rows={4}
        isRequired
        autoFocus
      />
      <p className="proposal-lead">{t('proposals.object.onlyWorry')}</p>
      <Refused of={object} />
    </Dialog>
  )
}
