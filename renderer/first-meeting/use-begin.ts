import { FIRST_LENGTH } from '../meetings/running.ts'
import { useCommand } from '../node/use-command.ts'
import { useWords } from '../words/words.tsx'

/** Calls the first meeting and begins it, with whoever presses as the first who is here. */
export function useBegin() {
  const { t } = useWords()
  const schedule = useCommand('meeting', 'schedule')
  const start = useCommand('meeting', 'start')
  const attend = useCommand('meeting', 'attend')
  const begin = async (circle: string): Promise<boolean> => {
    const made = await schedule.run({ circle, title: t('first.title'), starts: Date.now(), minutes: FIRST_LENGTH })
    if (made === undefined || (await start.run({ meeting: made.meeting })) === undefined) return false
    return (await attend.run({ meeting: made.meeting, here: true })) !== undefined
  }
  return { begin, isPending: schedule.isPending || start.isPending, steps: [schedule, start, attend] as const }
}
