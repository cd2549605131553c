import { Inviting } from '../joining/Inviting.tsx'
import { Attendance } from '../meetings/Attendance.tsx'
import { amHere, hereNow, type Meeting } from '../meetings/meeting-data.ts'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle } from './FirstMeeting.tsx'

/** Everyone comes into the circle: with a device of their own, or without one. */
export function ComeIn({ circle, meeting }: { readonly circle: Circle; readonly meeting: Meeting }) {
  const { t } = useWords()
  const ask = useCommand('meeting', 'ask')
  const isAlone = amHere(meeting) && hereNow(meeting).length < 2
  return (
    <>
      <p>{t('first.people')}</p>
      <Attendance meeting={meeting} isGuided />
      {meeting.state === 'running' && (
        <>
          <Disclosure title={t('first.people.device')}>
            <Inviting circle={circle} />
          </Disclosure>
          {meeting.speaking === null && meeting.point.step === 'opening' && (
            <>
              {isAlone && <p className="meeting-soft">{t('first.people.alone')}</p>}
              <Button
                variant={isAlone ? 'quiet' : 'primary'}
                isPending={ask.isPending}
                onPress={() => void ask.run({ meeting: meeting.meeting, prompt: t('first.arrive.ask') })}
              >
                {t('first.people.ready')}
              </Button>
              <Refused of={ask} />
            </>
          )}
        </>
      )}
    </>
  )
}
