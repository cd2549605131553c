import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { inMonths, tomorrow } from '../proposals/days.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { DateField } from '../ui/DateField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { Driver } from './driver-data.ts'

type Props = {
  readonly driver: Driver
  /** A role or a circle that somebody prepared, as another program held it. */
  readonly prepared: Exclude<NonNullable<Driver['prepared']>, { readonly as: 'agreement' }>
  readonly onClose: () => void
}

/** What was prepared becomes a proposal: its name and aim can still be changed, the rest comes along as it is. */
export function PreparedDialog({ driver, prepared, onClose }: Props) {
  const { t } = useWords()
  const goOn = useGoOn()
  const propose = useCommand('driver', 'propose')
  const [name, setName] = useState(prepared.name)
  const [aim, setAim] = useState(prepared.aim ?? '')
  const [review, setReview] = useState(inMonths(12))
  const send = async () => {
    const said = { driver: driver.driver, title: name, aim, review, asOf: driver.asOf }
    const done = await propose.run(said)
    if (done !== undefined) goOn(`/proposals/${done.proposal}`)
  }
  const rest = [
    ...(prepared.domain === null ? [] : [prepared.domain]),
    ...(prepared.as === 'role' ? [...prepared.accountabilities, ...prepared.qualities] : []),
  ]
  return (
    <CommandDialog
      title={t(prepared.as === 'role' ? 'roles.describe' : 'sub.new')}
      isOpen
      command={propose}
      label={t('proposals.new.send')}
      isDisabled={name.trim() === '' || aim.trim() === '' || review === ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('drivers.prepared')}</p>
      <TextField label={t('roles.name')} value={name} onChange={setName} maxLength={200} isRequired />
      <TextArea label={t('circles.aim')} value={aim} onChange={setAim} rows={2} isRequired />
      {rest.length > 0 && (
        <ul>
          {rest.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
      <DateField label={t('proposals.new.review')} value={review} onChange={setReview} min={tomorrow()} isRequired />
    </CommandDialog>
  )
}
