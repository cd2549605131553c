import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import type { Proposal } from './page-data.ts'

type Props = { readonly proposal: Proposal; readonly reason: string; readonly onClose: () => void }

/** What one circle found no next step for is noticed in another of the carrier's: nothing of the first goes along but these words. */
export function CarryOn({ proposal, reason, onClose }: Props) {
  const { t } = useWords()
  const goOn = useGoOn()
  const circles = (useLive('circle', 'list', {}).data ?? []).filter(({ circle }) => circle !== proposal.circle)
  const [circle, setCircle] = useState<string | null>(null)
  const [statement, setStatement] = useState(`${proposal.title}: ${reason}`)
  const notice = useCommand('driver', 'notice')
  const send = async () => {
    const done = circle === null ? undefined : await notice.run({ circle, statement })
    if (done !== undefined) goOn(`/drivers/${done.driver}`)
  }
  return (
    <CommandDialog
      title={t('proposals.put.bring')}
      isOpen
      command={notice}
      label={t('drivers.send')}
      isDisabled={circle === null || statement.trim() === ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('proposals.put.bring.lead')}</p>
      {circles.length === 0 ? (
        <p>{t('circles.empty')}</p>
      ) : (
        <Select
          label={t('proposals.put.circle')}
          items={circles.map((one) => ({ id: one.circle, label: one.name }))}
          value={circle}
          onChange={setCircle}
          isRequired
        />
      )}
      <TextArea label={t('proposals.put.words')} value={statement} onChange={setStatement} rows={3} isRequired />
    </CommandDialog>
  )
}
