import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { Driver } from './driver-data.ts'

export type Move = 'passOn' | 'discard' | 'sendBack'
type Props = { readonly driver: Driver; readonly move: Move; readonly onClose: () => void }

/** Says what becomes of it, and why. */
export function MoveDialog({ driver, move, onClose }: Props) {
  const { t } = useWords()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const passOn = useCommand('driver', 'passOn')
  const discard = useCommand('driver', 'discard')
  const sendBack = useCommand('driver', 'sendBack')
  const command = { passOn, discard, sendBack }[move]
  const of = { driver: driver.driver, asOf: driver.asOf }
  const send = async () => {
    const done = await (move === 'passOn'
      ? passOn.run({ ...of, to, ...(reason.trim() === '' ? {} : { reason }) })
      : { discard, sendBack }[move].run({ ...of, reason }))
    if (done !== undefined) onClose()
  }
  const isSaid = move === 'passOn' ? to.trim() !== '' : reason.trim() !== ''
  return (
    <CommandDialog
      title={t(`drivers.${move}`)}
      isOpen
      command={command}
      label={t(`drivers.${move}`)}
      isDisabled={!isSaid}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t(`drivers.${move}.lead`)}</p>
      {move === 'passOn' && (
        <TextField label={t('drivers.to')} value={to} onChange={setTo} maxLength={200} isRequired />
      )}
      <TextArea
        label={t('drivers.reason')}
        value={reason}
        onChange={setReason}
        rows={3}
        isRequired={move !== 'passOn'}
      />
    </CommandDialog>
  )
}
