import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Card } from '../ui/Card.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import type { Review } from './ReviewPage.tsx'

/** What the review asks of whoever looks at it now. */
export function NextInReview({ review }: { readonly review: Review }) {
  const { t, date, list, direction } = useWords()
  const { me, about, state, names, reviewers, awaiting } = review
  const nameOf = (person: string) => isolated(names[person] ?? '', direction)
  if (state === 'ended') return null
  const others = awaiting.filter((person) => person !== me)
  const maySpeak = me === about || (reviewers.includes(me) && state !== 'opened')
  return (
    <Card as="section" tone={state === 'agreed' ? 'plain' : 'calm'} aria-labelledby="next" className="role-form">
      <h2 id="next">{t(state === 'agreed' ? 'drivers.became' : 'proposals.next')}</h2>
      {state === 'agreed' ? (
        <>
          <p>{t('reviews.agreed', { date: review.next === null ? '' : date(review.next) })}</p>
          {review.agreement !== null && <a href={`#/agreements/${review.agreement}`}>{t('selections.toAgreement')}</a>}
        </>
      ) : (
        <>
          <p>{leadOf(review, t, nameOf(about))}</p>
          {maySpeak && <Say review={review} />}
          {state === 'speaking' && (me === about || me === review.person) && <Plan review={review} />}
          {others.length > 0 && state !== 'opened' && (
            <p className="role-soft">{t('selections.notHeard', { names: list(others.map(nameOf)) })}</p>
          )}
        </>
      )}
    </Card>
  )
}

function leadOf({ state, me, about }: Review, t: ReturnType<typeof useWords>['t'], name: string): string {
  if (state === 'opened') return me === about ? t('reviews.first.you') : t('reviews.first', { name })
  return t('reviews.yourTurn')
}

const FRESH: { readonly as: 'appreciation' | 'improvement'; readonly text: string } = { as: 'appreciation', text: '' }

function Say({ review }: { readonly review: Review }) {
  const { t } = useWords()
  const { value, write, clear } = useDraft(`review ${review.review}`, FRESH)
  const say = useCommand('review', 'say')
  const send = async () => {
    const done = await say.run({ review: review.review, ...value, asOf: review.asOf })
    if (done !== undefined) clear()
  }
  return (
    <Form className="role-form" onSend={send}>
      <RadioCards
        label={t('reviews.kind')}
        value={value.as}
        onChange={(as) => write({ ...value, as })}
        options={(['appreciation', 'improvement'] as const).map((id) => ({ id, title: t(`reviews.${id}`) }))}
      />
      <TextArea label={t('reviews.text')} value={value.text} onChange={(text) => write({ ...value, text })} rows={3} />
      <Refused of={say} />
      <Button type="submit" variant="primary" isPending={say.isPending} isDisabled={value.text.trim() === ''}>
        {t('reviews.send')}
      </Button>
    </Form>
  )
}

function Plan({ review }: { readonly review: Review }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('reviews.plan')}</Button>
      {isOpen && <PlanDialog review={review} onClose={() => setOpen(false)} />}
    </>
  )
}
