import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { inMonths, tomorrow } from '../proposals/days.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { useGoOn } from '../shell/use-go-on.ts'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { Page } from '../ui/Page.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import type { Agreement } from './agreement-data.ts'
import { Criteria } from './Criteria.tsx'
import '../proposals/proposals.css'

type How = 'renew' | 'change' | 'end'

/** Three ways to bring an agreement before the circle again, each a proposal filled in with what was agreed. */
export const Renew = (props: PageProps) => <Anew {...props} how="renew" />
export const Change = (props: PageProps) => <Anew {...props} how="change" />
export const End = (props: PageProps) => <Anew {...props} how="end" />

function Anew({ id, how }: PageProps & { readonly how: How }) {
  const live = useLive('agreement', 'show', { agreement: id })
  return <Asked live={live}>{(agreement) => <TermsForm agreement={agreement} how={how} />}</Asked>
}

const USUAL_TERM_MONTHS = 12

function termsOf({ title, text, criteria }: Agreement) {
  return { title, text, reason: '', review: inMonths(USUAL_TERM_MONTHS), criteria: criteria.join('\n') }
}
type Terms = ReturnType<typeof termsOf>
type SetTerm = (field: keyof Terms) => (text: string) => void

/** The command of each way, asked the same. */
function useAnew(how: How) {
  const commands = {
    renew: useCommand('agreement', 'renew'),
    change: useCommand('agreement', 'change'),
    end: useCommand('agreement', 'end'),
  }
  const run = ({ agreement, asOf }: Agreement, { review, title, text, reason, ...terms }: Terms) => {
    const of = { agreement, review, asOf }
    const criteria = terms.criteria.split('\n').filter((line) => line.trim() !== '')
    if (how === 'end') return commands.end.run({ ...of, reason })
    if (how === 'renew') return commands.renew.run({ ...of, criteria })
    return commands.change.run({ ...of, criteria, title, text })
  }
  return { ...commands[how], run }
}

function TermsForm({ agreement, how }: { readonly agreement: Agreement; readonly how: How }) {
  const { t, direction } = useWords()
  const goOn = useGoOn()
  const { agreement: id } = agreement
  const [fresh] = useState(() => termsOf(agreement))
  const { value: terms, write, clear } = useDraft(`${how} ${id}`, fresh)
  const set: SetTerm = (field) => (text) => write({ ...terms, [field]: text })
  const command = useAnew(how)
  const send = async () => {
    const done = await command.run(agreement, terms)
    if (done === undefined) return
    clear()
    goOn(`/proposals/${done.proposal}`)
  }
  const { title, text, reason, review } = terms
  const isEmpty = how === 'end' ? reason.trim() === '' : text.trim() === '' || title.trim() === ''
  return (
    <Page
      title={t(`agreements.${how}.title`, { title: isolated(agreement.title, direction) })}
      lead={t(`agreements.${how}.lead`)}
      back={{ href: `#/agreements/${id}`, label: agreement.title }}
    >
      <CircleMarks circle={agreement.circle} />
      <p>{t('agreements.anew.one')}</p>
      {how !== 'change' && <Markdown text={agreement.text} look="words" headingLevel={2} />}
      <Form className="proposal-form proposal-terms" onSend={send}>
        <Fields how={how} terms={terms} set={set} offered={agreement.offered} />
        <DateField
          label={t('proposals.new.review')}
          value={review}
          onChange={set('review')}
          min={tomorrow()}
          isRequired
        />
        <Refused of={command} />
        <Button type="submit" variant="primary" size="large" isPending={command.isPending} isDisabled={isEmpty}>
          {t('proposals.new.send')}
        </Button>
      </Form>
    </Page>
  )
}

type FieldsProps = {
  readonly how: How
  readonly terms: Terms
  readonly set: SetTerm
  readonly offered: readonly string[]
}

function Fields({ how, terms: { title, text, reason, criteria }, set, offered }: FieldsProps) {
  const { t } = useWords()
  if (how === 'end') {
    const label = t('agreements.end.reason')
    return <TextArea label={label} value={reason} onChange={set('reason')} rows={3} isRequired autoFocus />
  }
  return (
    <>
      {how === 'change' && (
        <>
          <TextField
            label={t('proposals.new.title')}
            value={title}
            onChange={set('title')}
            isRequired
            maxLength={200}
          />
          <TextArea label={t('proposals.new.text')} value={text} onChange={set('text')} rows={8} isRequired autoFocus />
        </>
      )}
      <Criteria value={criteria} onChange={set('criteria')} offered={offered} />
    </>
  )
}
