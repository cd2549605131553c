import { useState } from 'react'
import { nextByRhythm } from '../../src/api/rhythm.ts'
import { useCommand } from '../node/use-command.ts'
import { dayOf } from '../proposals/days.ts'
import { Refused } from '../shell/Refused.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Form } from '../ui/Form.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { clockOf, type MeetingLine } from './meeting-data.ts'
import { PlanFields, usePlan } from './PlanFields.tsx'

type Props = {
  readonly circle: string
  /** Whose rhythm goes on. */
  readonly before: MeetingLine | undefined
  /** When others are called already. */
  readonly taken: readonly number[]
}

const EMPTY = { title: '', clock: '19:00', length: '90', place: '', rhythm: null }

/** [T9] The next one of a rhythm; null where there is none. */
function typedNext(before: MeetingLine | undefined, taken: readonly number[]) {
  if (before?.rhythm === undefined) return null
  const { title, minutes, place, rhythm } = before
  let starts = nextByRhythm(before.starts, rhythm, Date.now())
  while (taken.includes(starts)) starts = nextByRhythm(before.starts, rhythm, starts + 1)
  const when = { day: dayOf(new Date(starts)), clock: clockOf(starts), length: String(minutes) }
  return { title, ...when, place: place ?? '', rhythm }
}

/** Calls a meeting, and goes there. */
export function CallMeeting({ circle, before, taken }: Props) {
  const { t, direction } = useWords()
  const goOn = useGoOn()
  const schedule = useCommand('meeting', 'schedule')
  const { plan, ...fields } = usePlan(() => typedNext(before, taken) ?? { ...EMPTY, day: dayOf(new Date()) })
  // One that was called off has no minutes.
  const follows = before?.state === 'cancelled' ? undefined : before
  const [isNext, setNext] = useState(true)
  const send = async () => {
    if (plan === null) return
    const { place, ...rest } = plan
    const where = place === null ? {} : { place }
    const after = isNext && follows !== undefined ? { follows: follows.meeting } : {}
    const done = await schedule.run({ circle, ...rest, ...where, ...after })
    if (done !== undefined) goOn(`/meetings/${done.meeting}`)
  }
  return (
    <Form className="meeting-form" onSend={send}>
      <PlanFields {...fields} />
      {follows !== undefined && (
        <Checkbox
          label={t('meetings.new.follows', { title: isolated(follows.title, direction) })}
          isSelected={isNext}
          onChange={setNext}
        />
      )}
      <Refused of={schedule} />
      <Button type="submit" variant="primary" isPending={schedule.isPending} isDisabled={plan === null}>
        {t('meetings.new.send')}
      </Button>
    </Form>
  )
}
