import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { inMonths, tomorrow } from '../proposals/days.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { DateField } from '../ui/DateField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { Review } from './ReviewPage.tsx'

/** The development plan, as a proposal. */
export function PlanDialog({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) {
  const { t } = useWords()
  const goOn = useGoOn()
  const plan = useCommand('review', 'plan')
  const [said, setSaid] = useState({ title: '', text: '', next: inMonths(6) })
  const set = (field: keyof typeof said) => (value: string) => setSaid({ ...said, [field]: value })
  const send = async () => {
    const done = await plan.run({ review: review.review, ...said, asOf: review.asOf })
    if (done !== undefined) goOn(`/proposals/${done.proposal}`)
  }
  return (
    <CommandDialog
      title={t('reviews.plan')}
      isOpen
      command={plan}
      label={t('reviews.plan.send')}
      isDisabled={Object.values(said).some((one) => one.trim() === '')}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('reviews.plan.lead')}</p>
      <TextField
        label={t('reviews.plan.title')}
        value={said.title}
        onChange={set('title')}
        maxLength={200}
        isRequired
      />
      <TextArea label={t('reviews.plan.text')} value={said.text} onChange={set('text')} rows={4} isRequired />
      <DateField label={t('reviews.plan.next')} value={said.next} onChange={set('next')} min={tomorrow()} isRequired />
    </CommandDialog>
  )
}
