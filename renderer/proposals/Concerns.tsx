import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { TextField } from '../ui/TextField.tsx'
import { WordsOf } from '../people/WordsOf.tsx'
import { useWords } from '../words/words.tsx'

type Concern = { readonly concern: string; readonly person: string; readonly text: string }
type Props = {
  readonly circle: string
  /** A proposal or an agreement. */
  readonly about: string
  readonly asOf: string
  readonly concerns: readonly Concern[]
  readonly names: Readonly<Record<string, string>>
}

/** Worries that stop nothing: kept beside the criteria, looked at in the review. */
export function Concerns({ circle, about, asOf, concerns, names }: Props) {
  const { t } = useWords()
  const { value: text, write: setText, clear } = useDraft(`concern ${about}`, '')
  const add = useCommand('concern', 'add')
  const send = async () => {
    const done = await add.run({ about, text, asOf })
    if (done !== undefined) clear()
  }
  const people = concerns.map(({ concern, person, text: words }) => ({
    id: concern,
    name: names[person] ?? '',
    note: (
      <WordsOf circle={circle} person={person} name={names[person] ?? ''}>
        {words}
      </WordsOf>
    ),
  }))
  return (
    <section aria-labelledby="concerns" className="proposal-part">
      <h2 id="concerns">{t('proposals.concerns')}</h2>
      {people.length === 0 ? (
        <p>{t('proposals.concerns.none')}</p>
      ) : (
        <PersonList label={t('proposals.concerns')} people={people} />
      )}
      <Form className="proposal-form" onSend={send}>
        <TextField label={t('proposals.concern.new')} value={text} onChange={setText} />
        <Refused of={add} />
        <Button type="submit" isPending={add.isPending} isDisabled={text.trim() === ''}>
          {t('proposals.concern.send')}
        </Button>
      </Form>
    </section>
  )
}
