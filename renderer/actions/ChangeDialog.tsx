import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useWords } from '../words/words.tsx'
import { NOBODY, type Action, type TypedAction } from './action-data.ts'
import { ActionFields } from './ActionFields.tsx'

/** Other words for a next step, somebody else who does it, another day, or what it waits for now. */
export function ChangeDialog({ action, onClose }: { readonly action: Action; readonly onClose: () => void }) {
  const { t } = useWords()
  const change = useCommand('action', 'change')
  const members = useLive('circle', 'show', { circle: action.circle }).data?.members ?? []
  const [value, write] = useState<TypedAction>({
    text: action.text,
    owner: action.owner ?? NOBODY,
    due: action.due ?? '',
    waitingFor: action.waitingFor ?? '',
  })
  const { text, owner, due, waitingFor } = value
  const send = async () => {
    const done = await change.run({
      action: action.action,
      text,
      owner: owner === NOBODY ? null : owner,
      due: due === '' ? null : due,
      waitingFor: waitingFor.trim() === '' ? null : waitingFor,
    })
    if (done !== undefined) onClose()
  }
  return (
    <CommandDialog
      title={t('actions.change')}
      isOpen
      command={change}
      label={t('actions.change.send')}
      isDisabled={text.trim() === ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <div className="action-form">
        <ActionFields
          people={members.filter(({ state }) => state !== 'left' && state !== 'removed')}
          value={value}
          onChange={write}
        />
      </div>
    </CommandDialog>
  )
}
