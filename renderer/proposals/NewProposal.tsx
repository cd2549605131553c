import { useState } from 'react'
import type { Driver } from '../drivers/driver-data.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { useGoOn } from '../shell/use-go-on.ts'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords, type Words } from '../words/words.tsx'
import { answering, freshTerms, spoken, welcoming, type Terms } from './terms.ts'
import { TermFields } from './TermFields.tsx'
import './proposals.css'

/** Brings a proposal to a circle. */
export function NewProposal({ id, guest, driver }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return (
    <Asked live={live}>
      {(circle) =>
        driver === undefined ? (
          <ProposalForm circle={circle} guest={circle.members.find(({ person }) => person === guest)} />
        ) : (
          <Answer circle={circle} driver={driver} />
        )
      }
    </Asked>
  )
}

/** What it is to answer is the beginning of its words. */
function Answer({ circle, driver }: { readonly circle: Circle; readonly driver: string }) {
  const live = useLive('driver', 'show', { driver })
  return <Asked live={live}>{(noticed) => <ProposalForm circle={circle} driver={noticed} />}</Asked>
}

type Circle = NonNullable<ReturnType<typeof useLive<'circle', 'show'>>['data']>

type FormProps = {
  readonly circle: Circle
  readonly guest?: Circle['members'][number] | undefined
  readonly driver?: Driver
}

function ProposalForm({ circle, guest, driver }: FormProps) {
  const { t } = useWords()
  const goOn = useGoOn()
  const present = useCommand('proposal', 'present')
  const [fresh] = useState(() => {
    if (guest !== undefined) return welcoming(guest.person, admission(guest.name, t))
    return driver === undefined ? freshTerms() : answering(driver)
  })
  const about = `${circle.circle} ${guest?.person ?? driver?.driver ?? ''}`
  const { value: terms, write, clear } = useDraft<Terms>(`proposal in ${about}`, fresh)
  const send = async () => {
    const done = await present.run({
      circle: circle.circle,
      asOf: circle.asOf,
      ...spoken(terms),
      ...(driver === undefined ? {} : { answers: driver.driver }),
    })
    if (done === undefined) return
    clear()
    goOn(`/proposals/${done.proposal}`)
  }
  return (
    <Page
      title={t('proposals.new')}
      lead={t('proposals.aim', { circle: circle.name, aim: circle.aim })}
      back={{ href: `#/circles/${circle.circle}`, label: circle.name }}
    >
      <CircleMarks circle={circle.circle} />
      <p>{t('proposals.new.lead')}</p>
      {driver !== undefined && (
        <p>
          {t('drivers.answers')}: <q dir="auto">{driver.statement}</q>
        </p>
      )}
      <Form className="proposal-form proposal-terms" onSend={send}>
        <TermFields terms={terms} onChange={(change) => write({ ...terms, ...change })} circle={circle} />
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
      </Form>
    </Page>
  )
}

/** Words to begin with; they can all be changed. */
function admission(name: string, t: Words['t']) {
  return { title: t('proposals.new.admitTitle', { name }), text: t('proposals.new.admitText', { name }) }
}
