import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { inMonths } from '../proposals/days.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Form } from '../ui/Form.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Select } from '../ui/Select.tsx'
import { useWords } from '../words/words.tsx'
import './people.css'

type Circle = NonNullable<ReturnType<typeof useLive<'circle', 'show'>>['data']>

const DAYS = ['7', '14', '21', '30'] as const
const MONTHS = 6

/** What counts while somebody is away: nothing, unless the circle agrees otherwise, and what it gives up by that. */
export function Away({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

function Shown({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const home = `#/circles/${circle.circle}`
  return (
    <Page
      title={t('people.away.title')}
      lead={t('people.away.lead')}
      back={{ href: `${home}/people`, label: t('people.title') }}
    >
      <Card as="section" aria-labelledby="first" className="people-more">
        <h2 id="first">{t('people.away.first.title')}</h2>
        <p>{t('people.away.first')}</p>
        <LinkButton href={`${home}/people/apart`}>{t('people.away.rest')}</LinkButton>
      </Card>
      <Card as="section" aria-labelledby="silence" className="people-more">
        <h2 id="silence">{t('people.away.silence.title')}</h2>
        <p>{t('people.away.silence')}</p>
        <Notice tone="warning" title={t('people.away.lost.title')}>
          {t('people.away.lost')}
        </Notice>
        <Proposing circle={circle} />
      </Card>
    </Page>
  )
}

function Proposing({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const goOn = useGoOn()
  const present = useCommand('proposal', 'present')
  const [days, setDays] = useState<(typeof DAYS)[number]>('14')
  const send = async () => {
    const count = Number(days)
    const done = await present.run({
      circle: circle.circle,
      asOf: circle.asOf,
      title: t('people.away.proposal', { days: count }),
      text: t('people.away.text', { days: count }),
      review: inMonths(MONTHS),
      way: { rule: 'absentee', days: count },
    })
    if (done !== undefined) goOn(`/proposals/${done.proposal}`)
  }
  return (
    <Form className="people-more" onSend={send}>
      <Select
        label={t('people.away.days')}
        items={DAYS.map((id) => ({ id, label: t('people.away.count', { days: Number(id) }) }))}
        value={days}
        onChange={setDays}
      />
      <Refused of={present} />
      <Button type="submit" isPending={present.isPending}>
        {t('people.away.send')}
      </Button>
    </Form>
  )
}
