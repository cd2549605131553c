import { useState } from 'react'
import type { Rhythm } from '../../src/api/rhythm.ts'
import { DateField } from '../ui/DateField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { isMinutes, momentOf } from './meeting-data.ts'
import { RhythmSelect } from './RhythmSelect.tsx'

/** When and where, as it is typed. */
interface TypedPlan {
  readonly title: string
  readonly day: string
  readonly clock: string
  readonly length: string
  readonly place: string
  readonly rhythm: Rhythm | null
}

export interface Plan {
  readonly title: string
  readonly starts: number
  readonly minutes: number
  readonly place: string | null
  readonly rhythm: Rhythm | null
}

/** A plan while somebody writes it; `plan` is null until it can be sent. */
export function usePlan(fresh: () => TypedPlan) {
  const [typed, setTyped] = useState(fresh)
  const { title, day, clock, length, place, rhythm } = typed
  const starts = momentOf(day, clock)
  const isReady = title.trim() !== '' && isMinutes(length)
  const plan: Plan | null =
    starts === null || !isReady
      ? null
      : { title, starts, minutes: Number(length), place: place.trim() === '' ? null : place, rhythm }
  return { typed, setTyped, plan, isTime: starts !== null }
}

export function PlanFields({ typed, setTyped, isTime }: Omit<ReturnType<typeof usePlan>, 'plan'>) {
  const { t } = useWords()
  const set = (field: Exclude<keyof TypedPlan, 'rhythm'>) => (text: string) => setTyped({ ...typed, [field]: text })
  return (
    <>
      <TextField
        label={t('meetings.new.name')}
        value={typed.title}
        onChange={set('title')}
        maxLength={200}
        isRequired
      />
      <div className="meeting-row">
        <DateField label={t('meetings.new.day')} value={typed.day} onChange={set('day')} />
        <TextField
          label={t('meetings.new.time')}
          value={typed.clock}
          onChange={set('clock')}
          {...(isTime ? {} : { errorMessage: t('meetings.new.timeWrong') })}
        />
        <TextField label={t('meetings.new.length')} value={typed.length} onChange={set('length')} />
      </div>
      <TextField label={t('meetings.new.place')} value={typed.place} onChange={set('place')} />
      <RhythmSelect value={typed.rhythm} onChange={(rhythm) => setTyped({ ...typed, rhythm })} />
    </>
  )
}
