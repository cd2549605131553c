import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { tomorrow } from '../proposals/days.ts'
import { roleTitle } from '../roles/role-words.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import type { Selection } from './selection-data.ts'

type Props = {
  readonly selection: Selection
  /** A guide shows the proposal itself: nobody is led away. */
  readonly isGuided?: boolean
}

/** One of those named is proposed, for the strength of the reasons. */
export function ProposeNominee({ selection, isGuided = false }: Props) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const isNext = selection.awaiting.length === 0 || selection.state === 'returned'
  if (selection.nominees.length === 0) return null
  return (
    <>
      <Button variant={isNext ? 'primary' : 'quiet'} onPress={() => setOpen(true)}>
        {t('selections.propose')}
      </Button>
      {isOpen && <ProposeDialog selection={selection} isGuided={isGuided} onClose={() => setOpen(false)} />}
    </>
  )
}

function ProposeDialog({ selection, isGuided = false, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useWords()
  const goOn = useGoOn()
  const propose = useCommand('selection', 'propose')
  const [person, setPerson] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [until, setUntil] = useState(selection.until)
  const { names, nominees } = selection
  const send = async () => {
    if (person === null) return
    const title = t('selections.propose.title', {
      title: roleTitle(t, selection.name ?? selection.role),
      name: names[person] ?? '',
    })
    const { selection: id, asOf } = selection
    const done = await propose.run({ selection: id, person, title, text, until, asOf })
    if (done === undefined) return
    onClose()
    if (!isGuided) goOn(`/proposals/${done.proposal}`)
  }
  return (
    <CommandDialog
      title={t('selections.propose')}
      isOpen
      command={propose}
      label={t('selections.propose.send')}
      isDisabled={person === null || text.trim() === '' || until === ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('selections.propose.lead')}</p>
      <Select
        label={t('selections.whom')}
        value={person}
        onChange={setPerson}
        items={nominees.map((one) => ({ id: one.person, label: names[one.person] ?? '' }))}
        isRequired
      />
      <TextArea label={t('selections.propose.why')} value={text} onChange={setText} rows={4} isRequired />
      <DateField label={t('selections.propose.until')} value={until} onChange={setUntil} min={tomorrow()} isRequired />
    </CommandDialog>
  )
}
