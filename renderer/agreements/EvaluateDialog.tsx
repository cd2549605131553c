import { useCommand } from '../node/use-command.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { useKeptWords } from '../shell/use-kept-words.ts'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'
import type { Agreement } from './agreement-data.ts'

const HOW_WELL = ['met', 'partly', 'not', 'unsure'] as const
type HowWell = (typeof HOW_WELL)[number]
type Said = { readonly note: string; readonly wells: Readonly<Record<string, HowWell>> }

type Props = {
  readonly agreement: Agreement
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** How an agreement does: by its criteria, by the concerns beside it, and in own words. */
export function EvaluateDialog({ agreement: { agreement, asOf, criteria, offered }, isOpen, onOpen, onClose }: Props) {
  const { t } = useWords()
  const toast = useToast()
  const { value, write, clear } = useDraft<Said>(`evaluation ${agreement}`, { note: '', wells: {} })
  const evaluate = useCommand('agreement', 'evaluate')
  const results = Object.entries(value.wells).map(([criterion, well]) => ({ criterion, well }))
  const isEmpty = results.length === 0 && value.note.trim() === ''
  const leave = useKeptWords(!isEmpty, { onOpen, onClose })
  const send = async () => {
    const note = value.note.trim() === '' ? {} : { note: value.note }
    if ((await evaluate.run({ agreement, results, ...note, asOf })) === undefined) return
    clear()
    onClose()
    toast.show({ text: t('agreements.evaluate.done') })
  }
  const set = (criterion: string, well: HowWell | 'none') => {
    const { [criterion]: _before, ...wells } = value.wells
    write({ ...value, wells: well === 'none' ? wells : { ...wells, [criterion]: well } })
  }
  return (
    <CommandDialog
      title={t('agreements.evaluate.title')}
      isOpen={isOpen}
      command={evaluate}
      label={t('agreements.evaluate.send')}
      isDisabled={isEmpty}
      onSend={() => void send()}
      onClose={leave}
    >
      <p>{t('agreements.evaluate.lead')}</p>
      {[...criteria, ...offered].map((criterion) => (
        <Select
          key={criterion}
          label={criterion}
          value={value.wells[criterion] ?? 'none'}
          onChange={(well) => set(criterion, well)}
          items={[
            { id: 'none' as const, label: t('agreements.evaluate.none') },
            ...HOW_WELL.map((well) => ({ id: well, label: t(`agreements.well.${well}`) })),
          ]}
        />
      ))}
      <TextArea
        label={t('agreements.evaluate.note')}
        value={value.note}
        onChange={(note) => write({ ...value, note })}
        rows={3}
      />
    </CommandDialog>
  )
}
