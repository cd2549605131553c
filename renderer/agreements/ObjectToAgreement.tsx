import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useDone } from '../shell/use-done.ts'
import { useDraft } from '../shell/use-draft.ts'
import { useKeptWords } from '../shell/use-kept-words.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly agreement: string
  readonly asOf: string
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** An objection to something agreed is always possible: it goes on the circle's list, the agreement stays. */
export function ObjectToAgreement({ agreement, asOf, isOpen, onOpen, onClose }: Props) {
  const { t } = useWords()
  const { value: reason, write: setReason, clear } = useDraft(`objection ${agreement}`, '')
  const object = useCommand('agreement', 'object')
  const done = useDone()
  const leave = useKeptWords(reason.trim() !== '', { onOpen, onClose })
  const send = async () => {
    const said = await object.run({ agreement, reason, asOf })
    if (said === undefined) return
    clear()
    onClose()
    done({
      text: t('agreements.object.done'),
      label: t('proposals.objection.withdraw'),
      takeBack: (node) => node.objection.withdraw({ objection: said.item, asOf }),
      takenBack: t('proposals.objection.withdrawn'),
    })
  }
  return (
    <CommandDialog
      title={t('agreements.object.title')}
      isOpen={isOpen}
      command={object}
      label={t('agreements.object.send')}
      isDisabled={reason.trim() === ''}
      onSend={() => void send()}
      onClose={leave}
    >
      <p>{t('agreements.object.lead')}</p>
      <TextArea
        label={t('proposals.object.reason')}
        value={reason}
        onChange={setReason}
        rows={4}
        isRequired
        autoFocus
      />
    </CommandDialog>
  )
}
