import { useState, type ReactNode } from 'react'
import { useGoOn } from '../shell/use-go-on.ts'
import { DateField } from '../ui/DateField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { inMonths, tomorrow } from './days.ts'
import { CommandDialog, type Sent } from '../shell/CommandDialog.tsx'

type Words = { readonly title: string; readonly text: string; readonly review: string }

type Props = {
  readonly title: string
  readonly lead?: string
  /** Words to begin with; left out where what is proposed has words of its own. */
  readonly first?: { readonly title: string; readonly text: string }
  /** What is asked for the words, where they propose nothing. */
  readonly asks?: string
  readonly isReady?: boolean
  readonly command: Sent
  readonly send: (words: Words) => Promise<{ readonly proposal: string } | undefined>
  readonly onClose: () => void
  readonly children?: ReactNode
}

const REVIEW_MONTHS = 6

/** Prepares a proposal about the circle itself: it goes the way of every other. */
export function ProposeDialog({ title, lead, first, asks, isReady = true, command, send, onClose, children }: Props) {
  const { t } = useWords()
  const goOn = useGoOn()
  const [words, setWords] = useState({
    title: first?.title ?? '',
    text: first?.text ?? '',
    review: inMonths(REVIEW_MONTHS),
  })
  const isSaid = first === undefined || (words.title.trim() !== '' && words.text.trim() !== '')
  const present = async () => {
    const done = await send(words)
    if (done !== undefined) goOn(`/proposals/${done.proposal}`)
  }
  return (
    <CommandDialog
      title={title}
      isOpen
      command={command}
      label={t('proposals.new.send')}
      isDisabled={!isReady || !isSaid}
      onSend={() => void present()}
      onClose={onClose}
    >
      {lead !== undefined && <p>{lead}</p>}
      {children}
      {first !== undefined && (
        <>
          <TextField
            label={t('proposals.new.title')}
            value={words.title}
            onChange={(text) => setWords({ ...words, title: text })}
            maxLength={200}
            isRequired
          />
          <TextArea
            label={asks ?? t('proposals.new.text')}
            value={words.text}
            onChange={(text) => setWords({ ...words, text })}
            rows={3}
            isRequired
          />
        </>
      )}
      <DateField
        label={t('proposals.new.review')}
        value={words.review}
        onChange={(review) => setWords({ ...words, review })}
        min={tomorrow()}
        isRequired
      />
    </CommandDialog>
  )
}
