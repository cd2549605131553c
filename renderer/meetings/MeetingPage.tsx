import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { Agenda } from './Agenda.tsx'
import { Attendance } from './Attendance.tsx'
import { CancelDialog } from './CancelDialog.tsx'
import { MeetingActions } from './MeetingActions.tsx'
import { MEETING_TONES, type Meeting } from './meeting-data.ts'
import { MoveMeeting } from './MoveMeeting.tsx'
import { ForBacklog } from './ForBacklog.tsx'
import { rhythmWords } from './RhythmSelect.tsx'
import { NowPart } from './NowPart.tsx'
import { Spoken } from './Spoken.tsx'
import './meetings.css'

/** One meeting: before it the agenda, while it goes on where it is and whose turn, afterwards what came of it. */
export function MeetingPage({ id }: PageProps) {
  const live = useLive('meeting', 'show', { meeting: id })
  return <Asked live={live}>{(meeting) => <Shown meeting={meeting} />}</Asked>
}

function Shown({ meeting }: { readonly meeting: Meeting }) {
  const { t, time } = useWords()
  const [isMoving, setMoving] = useState(false)
  const [isCancelling, setCancelling] = useState(false)
  const { state, place, rhythm, circle, circleName } = meeting
  const when = t('meetings.when', { time: time(meeting.starts), count: meeting.minutes })
  return (
    <Page
      title={meeting.title}
      lead={[
        when,
        ...(place === null ? [] : [place]),
        ...(rhythm === undefined ? [] : [t(...rhythmWords(rhythm))]),
      ].join(' · ')}
      back={{ href: `#/circles/${circle}/meetings`, label: circleName }}
      actions={
        <>
          <StateBadge tone={MEETING_TONES[state]}>{t(`meetings.state.${state}`)}</StateBadge>
          {state === 'planned' && (
            <Menu label={t('proposals.more')}>
              <MenuItem onAction={() => setMoving(true)}>{t('meetings.move')}</MenuItem>
              <MenuItem onAction={() => setCancelling(true)}>{t('meetings.cancel')}</MenuItem>
            </Menu>
          )}
        </>
      }
    >
      <CircleMarks circle={circle} />
      {meeting.others.map((plan) => (
        <Notice key={`${plan.starts}`} tone="warning">
          {t('meetings.movedApart', { time: time(plan.starts) })}
        </Notice>
      ))}
      {meeting.note !== null && <p dir="auto">{meeting.note}</p>}
      <Course meeting={meeting} />
      {state === 'running' && <NowPart meeting={meeting} />}
      <Agenda meeting={meeting} />
      {state !== 'cancelled' && <Attendance meeting={meeting} />}
      <Spoken meeting={meeting} />
      <ForBacklog meeting={meeting} />
      <MeetingActions meeting={meeting} />
      {isMoving && <MoveMeeting meeting={meeting} onClose={() => setMoving(false)} />}
      <CancelDialog meeting={meeting} isOpen={isCancelling} onClose={() => setCancelling(false)} />
    </Page>
  )
}

/** Beginning, ending, and the ways to the big screen and the minutes. */
function Course({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const start = useCommand('meeting', 'start')
  const attend = useCommand('meeting', 'attend')
  const { meeting: id, state, asOf } = meeting
  const begin = async () => {
    const done = await start.run({ meeting: id, asOf })
    if (done !== undefined) await attend.run({ meeting: id, here: true })
  }
  return (
    <div className="meeting-buttons">
      {state !== 'running' && state !== 'cancelled' && (
        <Button
          variant={state === 'planned' ? 'primary' : 'quiet'}
          isPending={start.isPending}
          onPress={() => void begin()}
        >
          {t(state === 'planned' ? 'meetings.start' : 'meetings.again')}
        </Button>
      )}
      {state === 'running' && <LinkButton href={`#/meetings/${id}/room`}>{t('meetings.room')}</LinkButton>}
      {(state === 'running' || state === 'ended') && (
        <LinkButton variant={state === 'ended' ? 'primary' : 'quiet'} href={`#/meetings/${id}/minutes`}>
          {t('meetings.minutes')}
        </LinkButton>
      )}
      <Refused of={start} />
    </div>
  )
}
