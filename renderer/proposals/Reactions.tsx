import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { WordsOf } from '../people/WordsOf.tsx'
import { nameIn, type PartProps } from './page-data.ts'

/** Quick reactions: everyone once, no replies. */
export function Reactions({ proposal, me }: PartProps) {
  const { t } = useWords()
  const people = proposal.reactions.map(({ reaction, person, text }) => ({
    id: reaction,
    name: nameIn(proposal, person),
    note: (
      <WordsOf circle={proposal.circle} person={person} name={nameIn(proposal, person)}>
        {text ?? t('proposals.reaction.passed')}
      </WordsOf>
    ),
  }))
  const isOver = proposal.state === 'withdrawn' || proposal.state === 'adopted'
  const hasReacted = proposal.reactions.some(({ person }) => person === me)
  return (
    <section aria-labelledby="reactions" className="proposal-part">
      <h2 id="reactions" tabIndex={-1}>
        {t('proposals.reactions')}
      </h2>
      <p className="proposal-lead">{t('proposals.reactions.lead')}</p>
      {people.length === 0 ? (
        <p>{t('proposals.reactions.none')}</p>
      ) : (
        <PersonList label={t('proposals.reactions')} people={people} />
      )}
      {!isOver && !hasReacted && <React proposal={proposal} me={me} />}
    </section>
  )
}

function React({ proposal }: PartProps) {
  const { t } = useWords()
  const { value: text, write: setText, clear } = useDraft(`reaction ${proposal.proposal}`, '')
  const react = useCommand('proposal', 'react')
  const give = async (words: string | null) => {
    const done = await react.run({ proposal: proposal.proposal, text: words, asOf: proposal.asOf })
    if (done !== undefined) clear()
  }
  return (
    <Form className="proposal-form" onSend={() => give(text)}>
      <TextField label={t('proposals.reaction.new')} value={text} onChange={setText} />
      <Refused of={react} />
      <div className="proposal-buttons">
        <Button type="submit" isPending={react.isPending} isDisabled={text.trim() === ''}>
          {t('proposals.reaction.send')}
        </Button>
        <Button variant="plain" onPress={() => void give(null)}>
          {t('proposals.reaction.pass')}
        </Button>
      </div>
    </Form>
  )
}
