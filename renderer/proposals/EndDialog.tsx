import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import { DialogActions } from './DialogActions.tsx'
import type { Proposal } from './page-data.ts'

type Props = { readonly proposal: Proposal; readonly isOpen: boolean; readonly onClose: () => void }

/** Puts a proposal away: for good, or until someone takes it up again. */
export function EndDialog({ proposal, isOpen, onClose }: Props) {
  const { t } = useWords()
  const [as, setAs] = useState<'tabled' | 'withdrawn'>('tabled')
  const [reason, setReason] = useState('')
  const end = useCommand('proposal', 'end')
  const send = async () => {
    const done = await end.run({ proposal: proposal.proposal, as, reason, asOf: proposal.asOf })
    if (done !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('proposals.end.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <DialogActions
          label={t('proposals.end.send')}
          isPending={end.isPending}
          isDisabled={reason.trim() === ''}
          onSend={() => void send()}
          onClose={onClose}
        />
      }
    >
      <RadioCards
        label={t('proposals.end.title')}
        value={as}
        onChange={setAs}
        options={[
          { id: 'tabled', title: t('proposals.end.tabled'), description: t('proposals.end.tabledHint') },
          { id: 'withdrawn', title: t('proposals.end.withdrawn'), description: t('proposals.end.withdrawnHint') },
        ]}
      />
      <TextArea label={t('proposals.end.reason')} value={reason} onChange={setReason} rows={3} isRequired />
      <Refused of={end} />
    </Dialog>
  )
}
