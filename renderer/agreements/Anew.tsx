import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { PracticeMark } from '../practice/PracticeMark.tsx'
import { inMonths, tomorrow } from '../proposals/days.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
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
  return <Asked live={live}>{(agreement) => <Form agreement={agreement} how={how} />}</Asked>
}

const USUAL_TERM_MONTHS = 12

function Form({ agreement, how }: { readonly agreement: Agreement; readonly how: How }) {
  const { t, direction } = useWords()
  const [, go] = useLocation()
  const { agreement: id, asOf } = agreement
  const [fresh] = useState(() => ({
    title: agreement.title,
    text: agreement.text,
    reason: '',
    review: inMonths(USUAL_TERM_MONTHS),
    criteria: agreement.criteria.join('\n'),
  }))
  const { value: terms, write, clear } = useDraft(`${how} ${id}`, fresh)
  const set = (field: keyof typeof fresh) => (text: string) => write({ ...terms, [field]: text })
  const commands = {
    renew: useCommand('agreement', 'renew'),
    change: useCommand('agreement', 'change'),
    end: useCommand('agreement', 'end'),
  }
  const { review, title, text, reason } = terms
  const criteria = terms.criteria.split('\n').filter((line) => line.trim() !== '')
  const send = async () => {
    const of = { agreement: id, review, asOf }
    const sent = {
      renew: () => commands.renew.run({ ...of, criteria }),
      change: () => commands.change.run({ ...of, criteria, title, text }),
      end: () => commands.end.run({ ...of, reason }),
    }
    const done = await sent[how]()
    if (done === undefined) return
    clear()
    go(`/proposals/${done.proposal}`)
  }
  const isEmpty = how === 'end' ? reason.trim() === '' : text.trim() === '' || title.trim() === ''
  return (
    <Page
      title={t(`agreements.${how}.title`, { title: isolated(agreement.title, direction) })}
      lead={t(`agreements.${how}.lead`)}
      back={{ href: `#/agreements/${id}`, label: agreement.title }}
    >
      <PracticeMark circle={agreement.circle} />
      <p>{t('agreements.anew.lead')}</p>
      {how !== 'change' && <Markdown text={agreement.text} look="words" headingLevel={2} />}
      <form className="proposal-form proposal-terms" action={send}>
        {how === 'change' && (
          <>
            <TextField
              label={t('proposals.new.title')}
              value={title}
              onChange={set('title')}
              isRequired
              maxLength={200}
            />
            <TextArea
              label={t('proposals.new.text')}
              value={text}
              onChange={set('text')}
              rows={8}
              isRequired
              autoFocus
            />
          </>
        )}
        {how === 'end' && (
          <TextArea
            label={t('agreements.end.reason')}
            value={reason}
            onChange={set('reason')}
            rows={3}
            isRequired
            autoFocus
          />
        )}
        {how !== 'end' && <Criteria value={terms.criteria} onChange={set('criteria')} offered={agreement.offered} />}
        <DateField
          label={t('proposals.new.review')}
          value={review}
          onChange={set('review')}
          min={tomorrow()}
          isRequired
        />
        <Refused of={commands[how]} />
        <Button type="submit" variant="primary" size="large" isPending={commands[how].isPending} isDisabled={isEmpty}>
          {t('proposals.new.send')}
        </Button>
      </form>
    </Page>
  )
}
