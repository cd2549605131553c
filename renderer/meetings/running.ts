import { useLive } from '../node/use-live.ts'
import type { MeetingLine } from './meeting-data.ts'

/** How long a first meeting is, in minutes: what is led by the guide is known by it. */
export const FIRST_LENGTH = 45

/** Where the meeting of a circle that goes on now is led; null where none does. */
export function useRunningMeeting(circle: string): (MeetingLine & { readonly path: string }) | null {
  const items = useLive('meeting', 'list', { circle }).data?.items ?? []
  const running = items.find(({ state }) => state === 'running')
  if (running === undefined) return null
  const isFirst = items.length === 1 && running.minutes === FIRST_LENGTH
  const path = isFirst ? `#/circles/${circle}/first-meeting` : `#/meetings/${running.meeting}`
  return { ...running, path }
}
