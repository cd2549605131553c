import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { inMonths } from '../proposals/days.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Form } from '../ui/Form.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { byName } from '../words/by-name.ts'
import { useWords } from '../words/words.tsx'
import { Block } from './Block.tsx'
import { GoOnAsTwo } from './GoOnAsTwo.tsx'
import './people.css'

type Circle = NonNullable<ReturnType<typeof useLive<'circle', 'show'>>['data']>

const MONTHS = 3

/** When it does not go on together: what one can do for oneself, what the others can agree on, and what each of it does. */
export function Apart({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

function Shown({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const people = `#/circles/${circle.circle}/people`
  return (
    <Page
      title={t('people.apart.title')}
      lead={t('people.apart.lead')}
      back={{ href: people, label: t('people.title') }}
    >
      <Card as="section" aria-labelledby="self" className="people-more">
        <h2 id="self">{t('people.apart.self.title')}</h2>
        <p>{t('people.apart.self')}</p>
        <LinkButton href={people}>{t('people.leave.start')}</LinkButton>
        <Block circle={circle.circle} me={circle.me ?? null} />
      </Card>
      <Card as="section" aria-labelledby="together" className="people-more">
        <h2 id="together">{t('people.apart.together.title')}</h2>
        <p>{t('people.apart.together')}</p>
        <Proposing circle={circle} />
      </Card>
      <Disclosure title={t('people.two.title')}>
        <GoOnAsTwo circle={circle.circle} asOf={circle.asOf} />
      </Disclosure>
    </Page>
  )
}

function Proposing({ circle }: { readonly circle: Circle }) {
  const { t, language } = useWords()
  const goOn = useGoOn()
  const present = useCommand('proposal', 'present')
  const [person, choose] = useState<string | null>(null)
  const [kind, setKind] = useState<'rests' | 'removes'>('rests')
  const { value: text, write, clear } = useDraft<string>(`apart in ${circle.circle}`, '')
  const others = circle.members
    .filter(({ person: one, state }) => one !== circle.me && state !== 'left' && state !== 'removed')
    .toSorted(byName(language))
  const name = others.find((one) => one.person === person)?.name ?? ''
  const send = async () => {
    if (person === null) return
    const title = t(kind === 'rests' ? 'people.apart.rest.proposal' : 'people.apart.remove.proposal', { name })
    const terms = { title, text, review: inMonths(MONTHS), [kind]: person }
    const done = await present.run({ circle: circle.circle, asOf: circle.asOf, ...terms })
    if (done === undefined) return
    clear()
    goOn(`/proposals/${done.proposal}`)
  }
  return (
    <Form className="people-more" onSend={send}>
      <Select
        label={t('people.apart.who')}
        items={others.map((one) => ({ id: one.person, label: one.name }))}
        value={person}
        onChange={choose}
      />
      <RadioCards
        label={t('people.apart.what')}
        options={[
          { id: 'rests', title: t('people.apart.rest'), description: t('people.apart.rest.what') },
          { id: 'removes', title: t('people.apart.remove'), description: t('people.apart.remove.what') },
        ]}
        value={kind}
        onChange={setKind}
      />
      <TextArea
        label={t('people.apart.why')}
        description={t('people.apart.why.lead')}
        rows={5}
        value={text}
        onChange={write}
        isRequired
      />
      <Refused of={present} />
      <Button type="submit" isPending={present.isPending} isDisabled={person === null || text.trim() === ''}>
        {t('people.apart.send')}
      </Button>
    </Form>
  )
}
