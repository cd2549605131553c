import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { AgendaConsent } from './AgendaConsent.tsx'
import { Evaluate } from './Evaluate.tsx'
import { ItemNow } from './ItemNow.tsx'
import { currentItem, type Meeting } from './meeting-data.ts'
import { Notes } from './Notes.tsx'
import { SpeakingRound } from './SpeakingRound.tsx'
import { Timer } from './Timer.tsx'

/** Where the meeting is now, whose turn it is, and the way on. The facilitator steers; everyone can. */
export function NowPart({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const { step } = meeting.point
  const item = currentItem(meeting)
  return (
    <Card as="section" tone="calm" aria-labelledby="now" className="meeting-now">
      <p className="meeting-soft">{t(`meetings.step.${step}`)}</p>
      <h2 id="now" dir="auto">
        {item === null ? t(`meetings.ask.${step}`) : item.title}
      </h2>
      {item !== null && <Timer since={meeting.since} minutes={item.minutes} />}
      {step === 'agenda' && <AgendaConsent meeting={meeting} />}
      {item !== null && <ItemNow meeting={meeting} item={item} />}
      <SpeakingRound meeting={meeting} />
      {step === 'admin' && <Admin meeting={meeting} />}
      {step === 'closing' && <Evaluate meeting={meeting} />}
      <Notes meeting={meeting} item={item?.item ?? null} />
      <GoOn meeting={meeting} />
    </Card>
  )
}

/** The minutes of the last meeting, and the date of the next. */
function Admin({ meeting }: { readonly meeting: Meeting }) {
  const { t, direction } = useWords()
  if (meeting.follows === null) return null
  return (
    <p>
      <LinkButton href={`#/meetings/${meeting.follows.meeting}/minutes`}>
        {t('meetings.lastMinutes', { title: isolated(meeting.follows.title, direction) })}
      </LinkButton>
    </p>
  )
}

function GoOn({ meeting }: { readonly meeting: Meeting }) {
  const { t, direction } = useWords()
  const steer = useCommand('meeting', 'steer')
  const end = useCommand('meeting', 'end')
  const { meeting: id, after, agenda, asOf } = meeting
  if (after === null)
    return (
      <div className="meeting-buttons">
        <Button variant="primary" isPending={end.isPending} onPress={() => void end.run({ meeting: id, asOf })}>
          {t('meetings.end')}
        </Button>
        <Refused of={end} />
      </div>
    )
  const next = agenda.find(({ item }) => item === after.item)
  const what = next === undefined ? t(`meetings.step.${after.step}`) : isolated(next.title, direction)
  const point = after.item === null ? { step: after.step } : { item: after.item }
  return (
    <div className="meeting-buttons">
      <Button
        variant="primary"
        isPending={steer.isPending}
        onPress={() => void steer.run({ meeting: id, ...point, asOf })}
      >
        {t('meetings.goOn', { what })}
      </Button>
      <Refused of={steer} />
    </div>
  )
}
