import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useDone } from '../shell/use-done.ts'
import { useDraft } from '../shell/use-draft.ts'
import { useKeptWords } from '../shell/use-kept-words.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import type { Proposal } from './page-data.ts'

const BEGINNINGS = ['proposals.object.helpHarm', 'proposals.object.helpMiss', 'proposals.object.helpRisk'] as const

type Props = {
  readonly proposal: Proposal
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** An objection needs its reason; the dialog helps to find it, and says when a concern is enough. */
export function ObjectDialog({ proposal, isOpen, onOpen, onClose }: Props) {
  const { t } = useWords()
  const { value: reason, write: setReason, clear } = useDraft(`objection ${proposal.version}`, '')
  const object = useCommand('response', 'object')
  const done = useDone()
  const leave = useKeptWords(reason.trim() !== '', { onOpen, onClose })
  const send = async () => {
    const { proposal: id, version, round, asOf } = proposal
    const said = await object.run({ proposal: id, version, round: round ?? undefined, reason, asOf })
    if (said === undefined) return
    clear()
    onClose()
    done({
      text: t('proposals.object.done'),
      label: t('proposals.objection.withdraw'),
      takeBack: (node) => node.objection.withdraw({ objection: said.objection, asOf }),
      takenBack: t('proposals.objection.withdrawn'),
    })
  }
  return (
    <CommandDialog
      title={t('proposals.object.title')}
      isOpen={isOpen}
      command={object}
      label={t('proposals.object.send')}
      isDisabled={reason.trim() === ''}
      onSend={() => void send()}
      onClose={leave}
    >
      <p>{t('proposals.object.lead')}</p>
      <div className="proposal-beginnings">
        {BEGINNINGS.map((key) => (
          <Button
            key={key}
            size="small"
            onPress={() => setReason(reason === '' ? t(key).replace(/…\s*$/, '') : reason)}
          >
            {t(key)}
          </Button>
        ))}
      </div>
      <TextArea
        label={t('proposals.object.reason')}
        value={reason}
        onChange={setReason}
        rows={4}
        isRequired
        autoFocus
      />
      <p className="proposal-lead">{t('proposals.object.onlyWorry')}</p>
    </CommandDialog>
  )
}
