import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useWords } from '../words/words.tsx'
import type { AgendaItem } from './meeting-data.ts'
import { TopicFields, useTopic } from './TopicFields.tsx'
import './meetings.css'

type Props = { readonly item: AgendaItem; readonly asOf: string; readonly onClose: () => void }

/** Another name, kind or length for something on the agenda. */
export function RewordItem({ item, asOf, onClose }: Props) {
  const { t } = useWords()
  const change = useCommand('agenda', 'change')
  const { topic, isReady, ...fields } = useTopic({ title: item.title, kind: item.kind, length: String(item.minutes) })
  const send = async () => {
    const done = await change.run({ item: item.item, ...topic, asOf })
    if (done !== undefined) onClose()
  }
  return (
    <CommandDialog
      title={t('meetings.reword')}
      isOpen
      command={change}
      label={t('meetings.save')}
      isDisabled={!isReady}
      onSend={() => void send()}
      onClose={onClose}
    >
      <div className="meeting-form">
        <TopicFields {...fields} />
      </div>
    </CommandDialog>
  )
}
