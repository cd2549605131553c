import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Compare } from '../ui/Compare.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import { DialogActions } from './DialogActions.tsx'
import { nameIn, newerDrafts, unresolved, versionText, type Proposal } from './page-data.ts'

type Props = { readonly proposal: Proposal; readonly isOpen: boolean; readonly onClose: () => void }

/** A new version of the words, offering to take care of objections. */
export function AmendDialog({ proposal, isOpen, onClose }: Props) {
  const { t } = useWords()
  // What was already changed is changed further.
  const from = newerDrafts(proposal)[0] ?? proposal.version
  const before = versionText(proposal, from)
  const [draft, setDraft] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const amend = useCommand('proposal', 'amend')
  const text = draft ?? before
  const send = async () => {
    const done = await amend.run({
      proposal: proposal.proposal,
      text,
      from: [from],
      integrates: [...chosen],
      asOf: proposal.asOf,
    })
    if (done === undefined) return
    setDraft(null)
    setChosen([])
    onClose()
  }
  return (
    <Dialog
      title={t('proposals.amend.title')}
      size="wide"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <DialogActions
          label={t('proposals.amend.send')}
          isPending={amend.isPending}
          isDisabled={text.trim() === '' || text === before}
          onSend={() => void send()}
          onClose={onClose}
        />
      }
    >
      <p>{t('proposals.amend.lead')}</p>
      <TextArea label={t('proposals.amend.text')} value={text} onChange={setDraft} rows={8} isRequired autoFocus />
      {unresolved(proposal).map(({ objection, person, reason }) => (
        <Checkbox
          key={objection}
          label={t('proposals.amend.integrates', { name: nameIn(proposal, person), reason })}
          isSelected={chosen.includes(objection)}
          onChange={(on) => setChosen(on ? [...chosen, objection] : chosen.filter((one) => one !== objection))}
        />
      ))}
      {text !== before && (
        <Compare
          before={before}
          after={text}
          beforeLabel={t('proposals.amend.before')}
          afterLabel={t('proposals.amend.after')}
        />
      )}
      <Refused of={amend} />
    </Dialog>
  )
}
