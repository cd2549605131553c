import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import { PARTS, type Driver } from './driver-data.ts'

type Props = { readonly driver: Driver; readonly isOpen: boolean; readonly onClose: () => void }

/** Finds better words for what was noticed; words changed apart are put together by it. */
export function RewordDialog(props: Props) {
  return props.isOpen ? <Open {...props} /> : null
}

function Open({ driver, isOpen, onClose }: Props) {
  const { t } = useWords()
  const reword = useCommand('driver', 'reword')
  const [statement, setStatement] = useState(driver.statement)
  const [parts, setParts] = useState(() => Object.fromEntries(PARTS.map((part) => [part, driver[part] ?? ''])))
  const send = async () => {
    const done = await reword.run({ driver: driver.driver, statement, ...parts, asOf: driver.asOf })
    if (done !== undefined) onClose()
  }
  return (
    <CommandDialog
      title={t('drivers.reword')}
      isOpen={isOpen}
      command={reword}
      label={t('drivers.rewordSend')}
      isDisabled={statement.trim() === ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <TextArea label={t('drivers.statement')} value={statement} onChange={setStatement} rows={2} isRequired />
      {PARTS.map((part) => (
        <TextArea
          key={part}
          label={t(`drivers.${part}`)}
          value={parts[part] ?? ''}
          onChange={(text) => setParts({ ...parts, [part]: text })}
          rows={2}
        />
      ))}
    </CommandDialog>
  )
}
