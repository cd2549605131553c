import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { PracticeMark } from '../practice/PracticeMark.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { Attendance } from './Attendance.tsx'
import { FirstStep } from './FirstStep.tsx'
import { AimForm, AgreementForm, Decision } from './FirstWords.tsx'
import { hereNow, type Meeting } from './meeting-data.ts'
import { SpeakingRound } from './SpeakingRound.tsx'
import './meetings.css'

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
      <PracticeMark circle={circle.circle} />
      {meeting === null ? <Begin circle={circle} /> : <Under circle={circle} meeting={meeting} />}
    </Page>
  )
}

function Begin({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const schedule = useCommand('meeting', 'schedule')
  const start = useCommand('meeting', 'start')
  const attend = useCommand('meeting', 'attend')
  const begin = async () => {
    const plan = { circle: circle.circle, title: t('first.title'), starts: Date.now(), minutes: 45 }
    const made = await schedule.run(plan)
    if (made === undefined || (await start.run({ meeting: made.meeting })) === undefined) return
    await attend.run({ meeting: made.meeting, here: true })
  }
  return (
    <>
      <p>{t('first.before')}</p>
      <div className="meeting-buttons">
        <Button variant="primary" size="large" isPending={schedule.isPending} onPress={() => void begin()}>
          {t('first.begin')}
        </Button>
      </div>
      <Refused of={schedule} />
      <Refused of={start} />
    </>
  )
}

function Under({ circle, meeting }: { readonly circle: Circle; readonly meeting: string }) {
  const live = useLive('meeting', 'show', { meeting })
  const facilitator = useLive('role', 'show', { circle: circle.circle, role: 'facilitator' }).data
  return (
    <Asked live={live}>
      {(one) => <Steps circle={circle} meeting={one} isFilled={(facilitator?.holders.length ?? 0) > 0} />}
    </Asked>
  )
}

type StepsProps = { readonly circle: Circle; readonly meeting: Meeting; readonly isFilled: boolean }

/** What it explores is the aim, what it decides is the first agreement: that is how the two proposals are told apart. */
function Steps({ circle, meeting, isFilled }: StepsProps) {
  const { t } = useWords()
  const items = meeting.agenda.filter(({ about }) => about?.kind === 'proposal')
  const aim = items.find(({ kind }) => kind === 'explore')?.about?.id ?? null
  const agreement = items.find(({ kind }) => kind === 'decide')?.about?.id ?? null
  const { circle: key } = circle
  return (
    <ol className="first-steps">
      <FirstStep title={t('first.step.arrive')} minutes={5} isDone={(meeting.speaking?.left.length ?? 1) === 0}>
        <p>{t('first.arrive')}</p>
        <Attendance meeting={meeting} />
        {meeting.point.step === 'opening' && <SpeakingRound meeting={meeting} />}
      </FirstStep>
      <FirstStep title={t('first.step.people')} minutes={5} isDone={circle.members.length > 1}>
        <p>{t('first.people')}</p>
        <div className="meeting-buttons">
          <LinkButton href={`#/circles/${key}/invite`}>{t('circles.invite')}</LinkButton>
        </div>
        {hereNow(meeting).some(({ who }) => who.person === null) && <p className="meeting-soft">{t('first.guests')}</p>}
      </FirstStep>
      <FirstStep title={t('first.step.aim')} minutes={10} isDone={isAgreed(meeting, aim)}>
        <p>{t('first.aim')}</p>
        {aim === null ? <AimForm circle={circle} meeting={meeting.meeting} /> : <Decision proposal={aim} />}
      </FirstStep>
      <FirstStep title={t('first.step.facilitator')} minutes={10} isDone={isFilled}>
        <p>{t('first.facilitator')}</p>
        <div className="meeting-buttons">
          <LinkButton href={`#/circles/${key}/roles/facilitator`}>{t('first.facilitator.go')}</LinkButton>
        </div>
      </FirstStep>
      <FirstStep title={t('first.step.agreement')} minutes={10} isDone={isAgreed(meeting, agreement)}>
        <p>{t('first.agreement')}</p>
        {agreement === null ? (
          <AgreementForm circle={circle} meeting={meeting.meeting} />
        ) : (
          <Decision proposal={agreement} />
        )}
      </FirstStep>
      <FirstStep title={t('first.step.close')} minutes={5} isDone={meeting.state === 'ended'}>
        <p>{t('first.close')}</p>
        <Close meeting={meeting} />
      </FirstStep>
    </ol>
  )
}

/** An outcome is written when the round is closed. */
function isAgreed(meeting: Meeting, proposal: string | null): boolean {
  return proposal !== null && meeting.decided.includes(proposal)
}

function Close({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const steer = useCommand('meeting', 'steer')
  const end = useCommand('meeting', 'end')
  const { meeting: id, state, point } = meeting
  if (state === 'ended')
    return (
      <div className="meeting-buttons">
        <LinkButton variant="primary" href={`#/meetings/${id}/minutes`}>
          {t('first.print')}
        </LinkButton>
        <LinkButton href={`#/circles/${meeting.circle}/meetings`}>{t('first.nextMeeting')}</LinkButton>
      </div>
    )
  return (
    <>
      {point.step === 'closing' && <SpeakingRound meeting={meeting} />}
      <div className="meeting-buttons">
        {point.step !== 'closing' && (
          <Button onPress={() => void steer.run({ meeting: id, step: 'closing' })}>{t('first.closing')}</Button>
        )}
        <Button isPending={end.isPending} onPress={() => void end.run({ meeting: id })}>
          {t('meetings.end')}
        </Button>
      </div>
      <Refused of={end} />
    </>
  )
}
