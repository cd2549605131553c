import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { useKeptWords } from '../shell/use-kept-words.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Compare } from '../ui/Compare.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import { type AmendDraft, amendmentOf, draftFrom } from './amend-terms.ts'
import { AmendTerms } from './AmendTerms.tsx'
import { nameIn, newerDrafts, unresolved, type Proposal } from './page-data.ts'

type Props = {
  readonly proposal: Proposal
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** A new version of the words and terms, offering to take care of objections. */
export function AmendDialog({ proposal, isOpen, onOpen, onClose }: Props) {
  const { t } = useWords()
  // What was already changed is changed further.
  const from = newerDrafts(proposal)[0] ?? proposal.version
  const version = proposal.versions.find((one) => one.version === from)
  const { value, write, clear } = useDraft<AmendDraft | null>(`words after ${from}`, null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const amend = useCommand('proposal', 'amend')
  const draft = value ?? (version === undefined ? null : draftFrom(version))
  const changes = version === undefined || draft === null ? null : amendmentOf(version, draft)
  const isChanged = changes === null || Object.keys(changes).length > 0
  const leave = useKeptWords(isChanged, { onOpen, onClose })
  if (version === undefined || draft === null) return null
  const set = (change: Partial<AmendDraft>) => write({ ...draft, ...change })
  const send = async () => {
    const of = { proposal: proposal.proposal, from: [from], integrates: [...chosen], asOf: proposal.asOf }
    const done = await amend.run({ ...of, ...changes })
    if (done === undefined) return
    clear()
    setChosen([])
    onClose()
  }
  return (
    <CommandDialog
      title={t('proposals.amend.title')}
      size="wide"
      isOpen={isOpen}
      command={amend}
      label={t('proposals.amend.send')}
      isDisabled={changes === null || !isChanged}
      onSend={() => void send()}
      onClose={leave}
    >
      <p>{t('proposals.amend.lead')}</p>
      <AmendFields
        proposal={proposal}
        version={version}
        draft={draft}
        onChange={set}
        chosen={chosen}
        onChoose={setChosen}
      />
    </CommandDialog>
  )
}

type FieldsProps = {
  readonly proposal: Proposal
  readonly version: Proposal['versions'][number]
  readonly draft: AmendDraft
  readonly onChange: (change: Partial<AmendDraft>) => void
  /** The objections that it means to take care of. */
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

function AmendFields({ proposal, version, draft, onChange, chosen, onChoose }: FieldsProps) {
  const { t } = useWords()
  return (
    <>
      <TextArea
        label={t('proposals.amend.text')}
        value={draft.text}
        onChange={(text) => onChange({ text })}
        rows={8}
        isRequired
        autoFocus
      />
      <AmendTerms version={version} draft={draft} onChange={onChange} />
      {unresolved(proposal).map(({ objection, person, reason }) => (
        <Checkbox
          key={objection}
          label={t('proposals.amend.integrates', { name: nameIn(proposal, person), reason })}
          isSelected={chosen.includes(objection)}
          onChange={(on) => onChoose(on ? [...chosen, objection] : chosen.filter((one) => one !== objection))}
        />
      ))}
      {draft.text !== version.text && (
        <Compare
          before={version.text}
          after={draft.text}
          beforeLabel={t('proposals.amend.before')}
          afterLabel={t('proposals.amend.after')}
        />
      )}
    </>
  )
}
