import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import { WordsOf } from '../people/WordsOf.tsx'
import { nameIn, nextStepOf, type PartProps, type Proposal } from './page-data.ts'

/** Clarifying questions: for understanding only. */
export function Questions({ proposal, me }: PartProps) {
  const { t, list } = useWords()
  const isOver = proposal.state === 'withdrawn' || proposal.state === 'adopted'
  const next = nextStepOf(proposal, me)
  const awaited = next.kind === 'answer' ? next.question.question : null
  const clear = proposal.understood.map((person) => nameIn(proposal, person))
  return (
    <section aria-labelledby="questions" className="proposal-part">
      <h2 id="questions" tabIndex={-1}>
        {t('proposals.questions')}
      </h2>
      <p className="proposal-lead">{t('proposals.questions.lead')}</p>
      {proposal.questions.length === 0 && <p>{t('proposals.questions.none')}</p>}
      <ul className="proposal-list">
        {proposal.questions.map((question) => (
          <Question
            key={question.question}
            proposal={proposal}
            question={question}
            canAnswer={!isOver}
            isNext={question.question === awaited}
          />
        ))}
      </ul>
      {clear.length > 0 && <p>{t('proposals.understood.by', { names: list(clear) })}</p>}
      {!isOver && <Ask proposal={proposal} me={me} />}
    </section>
  )
}

function Question({
  proposal,
  question,
  canAnswer,
  isNext,
}: {
  readonly proposal: Proposal
  readonly question: Proposal['questions'][number]
  readonly canAnswer: boolean
  /** It is what the proposal waits for from this person. */
  readonly isNext: boolean
}) {
  const { t } = useWords()
  const { value: text, write: setText, clear } = useDraft(`answer ${question.question}`, '')
  const answer = useCommand('proposal', 'answer')
  const send = async () => {
    const done = await answer.run({ question: question.question, text, asOf: proposal.asOf })
    if (done !== undefined) clear()
  }
  return (
    <li className="proposal-question">
      <p dir="auto">
        <strong>{nameIn(proposal, question.person)}:</strong>{' '}
        <WordsOf circle={proposal.circle} person={question.person} name={nameIn(proposal, question.person)}>
          {question.text}
        </WordsOf>
      </p>
      {question.answers.map((one) => (
        <p key={one.answer} className="proposal-answer" dir="auto">
          <strong>{nameIn(proposal, one.person)}:</strong>{' '}
          <WordsOf circle={proposal.circle} person={one.person} name={nameIn(proposal, one.person)}>
            {one.text}
          </WordsOf>
        </p>
      ))}
      {question.state === 'open' && <StateBadge tone="waiting">{t('proposals.question.open')}</StateBadge>}
      {question.state === 'open' && canAnswer && (
        <Form className="proposal-form" onSend={send}>
          <TextArea label={t('proposals.question.answer')} value={text} onChange={setText} rows={2} />
          <Refused of={answer} />
          <Button
            type="submit"
            variant={isNext ? 'primary' : 'quiet'}
            isPending={answer.isPending}
            isDisabled={text.trim() === ''}
          >
            {t('proposals.question.send')}
          </Button>
        </Form>
      )}
    </li>
  )
}

function Ask({ proposal, me }: PartProps) {
  const { t } = useWords()
  const { value: text, write: setText, clear } = useDraft(`question ${proposal.proposal}`, '')
  const ask = useCommand('proposal', 'ask')
  const understand = useCommand('proposal', 'understood')
  const send = async () => {
    const done = await ask.run({ proposal: proposal.proposal, text, asOf: proposal.asOf })
    if (done !== undefined) clear()
  }
  return (
    <Form className="proposal-form" onSend={send}>
      <TextArea label={t('proposals.question.new')} value={text} onChange={setText} rows={2} />
      <Refused of={ask} />
      <Refused of={understand} />
      <div className="proposal-buttons">
        <Button type="submit" isPending={ask.isPending} isDisabled={text.trim() === ''}>
          {t('proposals.question.ask')}
        </Button>
        {!proposal.understood.includes(me) && proposal.versions[0]?.person !== me && (
          <Button
            isPending={understand.isPending}
            onPress={() => void understand.run({ proposal: proposal.proposal, asOf: proposal.asOf })}
          >
            {t('proposals.understood')}
          </Button>
        )}
      </div>
    </Form>
  )
}
