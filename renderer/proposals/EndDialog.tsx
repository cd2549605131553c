import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { useKeptWords } from '../shell/use-kept-words.ts'
import { DateField } from '../ui/DateField.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import { tomorrow } from './days.ts'
import { HandOn } from './HandOn.tsx'
import type { Proposal } from './page-data.ts'

type Props = {
  readonly proposal: Proposal
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

type As = 'tabled' | 'withdrawn' | 'escalated' | 'to-helping-circle'
const isHandedOn = (as: As): as is 'escalated' | 'to-helping-circle' => as === 'escalated' || as === 'to-helping-circle'

/** Puts a proposal away: for good, or until someone takes it up again. */
export function EndDialog({ proposal, isOpen, onOpen, onClose }: Props) {
  const { t } = useWords()
  const [as, setAs] = useState<As>('tabled')
  const [to, setTo] = useState<string | null>(null)
  const [until, setUntil] = useState('')
  const { value: reason, write: setReason, clear } = useDraft(`end ${proposal.proposal}`, '')
  const end = useCommand('proposal', 'end')
  const leave = useKeptWords(reason.trim() !== '', { onOpen, onClose })
  const send = async () => {
    const handed = to === null ? {} : as === 'escalated' ? { to: [to] } : { helping: to }
    const back = as === 'tabled' && until !== '' ? { until } : {}
    const done = await end.run({ proposal: proposal.proposal, as, reason, ...handed, ...back, asOf: proposal.asOf })
    if (done === undefined) return
    clear()
    onClose()
  }
  return (
    <CommandDialog
      title={t('proposals.end.title')}
      isOpen={isOpen}
      command={end}
      label={t('proposals.end.send')}
      isDisabled={reason.trim() === '' || (isHandedOn(as) && to === null)}
      onSend={() => void send()}
      onClose={leave}
    >
      <RadioCards
        label={t('proposals.end.title')}
        value={as}
        onChange={(next) => {
          setAs(next)
          setTo(null)
        }}
        options={[
          { id: 'tabled', title: t('proposals.end.tabled'), description: t('proposals.end.tabledHint') },
          { id: 'withdrawn', title: t('proposals.end.withdrawn'), description: t('proposals.end.withdrawnHint') },
          { id: 'escalated', title: t('proposals.end.escalated'), description: t('proposals.end.escalatedHint') },
          {
            id: 'to-helping-circle',
            title: t('proposals.end.toHelping'),
            description: t('proposals.end.toHelpingHint'),
          },
        ]}
      />
      {isHandedOn(as) && <HandOn circle={proposal.circle} as={as} value={to} onChange={setTo} />}
      {as === 'tabled' && (
        <DateField label={t('proposals.end.until')} value={until} onChange={setUntil} min={tomorrow()} />
      )}
      <TextArea label={t('proposals.end.reason')} value={reason} onChange={setReason} rows={3} isRequired />
    </CommandDialog>
  )
}
