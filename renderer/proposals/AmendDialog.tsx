import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { useKeptWords } from '../shell/use-kept-words.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Compare } from '../ui/Compare.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import { DialogActions } from './DialogActions.tsx'
import { nameIn, newerDrafts, unresolved, versionText, type Proposal } from './page-data.ts'

type Props = {
  readonly proposal: Proposal
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** A new version of the words, offering to take care of objections. */
export function AmendDialog({ proposal, isOpen, onOpen, onClose }: Props) {
  const { t } = useWords()
  // What was already changed is changed further.
  const from = newerDrafts(proposal)[0] ?? proposal.version
  const before = versionText(proposal, from)
  const { value: draft, write: setDraft, clear } = useDraft<string | null>(`words after ${from}`, null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const amend = useCommand('proposal', 'amend')
  const text = draft ?? before
  const leave = useKeptWords(text !== before, { onOpen, onClose })
  const send = async () => {
    const done = await amend.run({
      proposal: proposal.proposal,
      text,
      from: [from],
      integrates: [...chosen],
      asOf: proposal.asOf,
    })
    if (done === undefined) return
    clear()
    setChosen([])
    onClose()
  }
  return (
    <Dialog
      title={t('proposals.amend.title')}
      size="wide"
      isOpen={isOpen}
      onClose={leave}
      actions={
        <DialogActions
          label={t('proposals.amend.send')}
          isPending={amend.isPending}
          isDisabled={text.trim() === '' || text === before}
          onSend={() => void send()}
          onClose={leave}
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
