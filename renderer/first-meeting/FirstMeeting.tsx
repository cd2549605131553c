import type { Client } from '../../src/api/client.ts'
import { FIRST_LENGTH } from '../meetings/running.ts'
import { Timer } from '../meetings/Timer.tsx'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { useBegin } from './use-begin.ts'
import './first-meeting.css'

export type Circle = Awaited<ReturnType<Client['circle']['show']>>

/** Forty-five minutes from strangers in a room to a circle with a name, an aim, a facilitator and a first agreement. */
export function FirstMeeting({ id }: PageProps) {
  const circle = useLive('circle', 'show', { circle: id })
  const list = useLive('meeting', 'list', { circle: id })
  return (
    <Asked live={circle}>
      {(one) => (
        <Asked live={list}>
          {({ items }) => {
            const first = items.findLast(({ state }) => state !== 'cancelled')
            return <Guide circle={one} meeting={first?.meeting ?? null} />
          }}
        </Asked>
      )}
    </Asked>
  )
}

function Guide({ circle, meeting }: { readonly circle: Circle; readonly meeting: string | null }) {
  const { t } = useWords()
  return (
    <Page
      title={t('first.title')}
      lead={t('first.lead')}
      back={{ href: `#/circles/${circle.circle}/meetings`, label: circle.name }}
    >
      <CircleMarks circle={circle.circle} />
      {meeting === null ? <NotYet circle={circle.circle} /> : <Under circle={circle} meeting={meeting} />}
    </Page>
  )
}

function NotYet({ circle }: { readonly circle: string }) {
  const { t } = useWords()
  const { begin, isPending, steps } = useBegin()
  return (
    <>
      <p>{t('first.before')}</p>
      <div className="meeting-buttons">
        <Button variant="primary" size="large" isPending={isPending} onPress={() => void begin(circle)}>
          {t('first.begin')}
        </Button>
      </div>
      {steps.map((step, index) => (
        <Refused key={index} of={step} />
      ))}
    </>
  )
}

function Under({ circle, meeting }: { readonly circle: Circle; readonly meeting: string }) {
  const live = useLive('meeting', 'show', { meeting })
  const facilitator = useLive('role', 'show', { circle: circle.circle, role: 'facilitator' })
  return (
    <Asked live={live}>
      {(one) => (
        <Asked live={facilitator}>
          {(role) => (
            <>
              {one.state === 'running' && <Timer since={one.starts} minutes={FIRST_LENGTH} />}
              <FirstSteps circle={circle} meeting={one} facilitator={role} />
            </>
          )}
        </Asked>
      )}
    </Asked>
  )
}
