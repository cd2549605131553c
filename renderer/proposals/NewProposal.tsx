import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { PracticeMark } from '../practice/PracticeMark.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Page } from '../ui/Page.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { inMonths, tomorrow } from './days.ts'

const USUAL_REVIEW_MONTHS = 6
const NOBODY = 'nobody'

/** Brings a proposal to a circle. */
export function NewProposal({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Form circle={circle} />}</Asked>
}

type Circle = NonNullable<ReturnType<typeof useLive<'circle', 'show'>>['data']>

function Form({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const [, go] = useLocation()
  const present = useCommand('proposal', 'present')
  const [terms, setTerms] = useState({
    title: '',
    text: '',
    driver: '',
    criteria: '',
    review: inMonths(USUAL_REVIEW_MONTHS),
  })
  const [admits, setAdmits] = useState(NOBODY)
  const set = (field: keyof typeof terms) => (value: string) => setTerms((now) => ({ ...now, [field]: value }))
  const guests = circle.members.filter(({ state }) => state === 'guest')
  const send = async () => {
    const criteria = terms.criteria.split('\n').filter((line) => line.trim() !== '')
    const { title, text, review } = terms
    const done = await present.run({
      ...{ circle: circle.circle, title, text, review, criteria, asOf: circle.asOf },
      ...(terms.driver.trim() === '' ? {} : { driver: terms.driver }),
      ...(admits === NOBODY ? {} : { admits }),
    })
    if (done !== undefined) go(`/proposals/${done.proposal}`)
  }
  return (
    <Page
      title={t('proposals.new')}
      lead={t('proposals.aim', { circle: circle.name, aim: circle.aim })}
      back={{ href: `#/circles/${circle.circle}`, label: circle.name }}
    >
      <PracticeMark circle={circle.circle} />
      <p>{t('proposals.new.lead')}</p>
      <form className="proposal-form" action={send}>
        <TextField
          label={t('proposals.new.title')}
          value={terms.title}
          onChange={set('title')}
          isRequired
          autoFocus
          maxLength={200}
        />
        <TextArea
          label={t('proposals.new.text')}
          description={t('proposals.new.textHint')}
          value={terms.text}
          onChange={set('text')}
          rows={8}
          isRequired
        />
        <DateField
          label={t('proposals.new.review')}
          description={t('proposals.new.reviewHint')}
          value={terms.review}
          onChange={set('review')}
          min={tomorrow()}
          isRequired
        />
        <TextArea
          label={t('proposals.new.driver')}
          description={t('proposals.new.driverHint')}
          value={terms.driver}
          onChange={set('driver')}
          rows={3}
        />
        <TextArea label={t('proposals.new.criteria')} value={terms.criteria} onChange={set('criteria')} rows={3} />
        {guests.length > 0 && (
          <Select
            label={t('proposals.new.admits')}
            value={admits}
            onChange={setAdmits}
            items={[
              { id: NOBODY, label: t('proposals.new.nobody') },
              ...guests.map(({ person, name }) => ({ id: person, label: name })),
            ]}
          />
        )}
        <Refused of={present} />
        <Button
          type="submit"
          variant="primary"
          size="large"
          isPending={present.isPending}
          isDisabled={terms.title.trim() === '' || terms.text.trim() === ''}
        >
          {t('proposals.new.send')}
        </Button>
      </form>
    </Page>
  )
}
