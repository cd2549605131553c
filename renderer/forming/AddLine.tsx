import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly driver: string
  readonly as: 'dimension' | 'consideration' | 'idea' | 'answer'
  /** The question that it is about. */
  readonly about?: string
  readonly label: string
}

/** One line to add. */
export function AddLine({ driver, as, about, label }: Props) {
  const { t } = useWords()
  const { value: text, write, clear } = useDraft(`forming ${as} ${about ?? driver}`, '')
  const add = useCommand('forming', 'add')
  const answer = useCommand('forming', 'answer')
  const send = async () => {
    const done = await (as === 'answer'
      ? answer.run({ question: about ?? '', text })
      : add.run({ driver, kind: as, text, ...(about === undefined ? {} : { about }) }))
    if (done !== undefined) clear()
  }
  return (
    <form className="forming-add" action={send}>
      <TextField label={label} value={text} onChange={write} />
      <Button type="submit" isPending={add.isPending || answer.isPending} isDisabled={text.trim() === ''}>
        {t('forming.add')}
      </Button>
      <Refused of={as === 'answer' ? answer : add} />
    </form>
  )
}
