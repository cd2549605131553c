import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { dayOf } from '../proposals/days.ts'
import { Refused } from '../shell/Refused.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Form } from '../ui/Form.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import type { MeetingLine } from './meeting-data.ts'
import { PlanFields, usePlan } from './PlanFields.tsx'

type Props = { readonly circle: string; readonly follows: MeetingLine | undefined }

/** Calls a meeting, and goes there. */
export function CallMeeting({ circle, follows }: Props) {
  const { t, direction } = useWords()
  const goOn = useGoOn()
  const schedule = useCommand('meeting', 'schedule')
  const { plan, ...fields } = usePlan(() => ({
    title: '',
    day: dayOf(new Date()),
    clock: '19:00',
    length: '90',
    place: '',
  }))
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
