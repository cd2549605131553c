import { useLocation } from 'wouter'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { useRunningMeeting } from './running.ts'
import './meetings.css'

/** On every page of a circle whose people sit together now: the way back to where they are. */
export function GoingOn({ circle }: { readonly circle: string }) {
  const { t, direction } = useWords()
  const [location] = useLocation()
  const meeting = useRunningMeeting(circle)
  if (meeting === null || location.startsWith(`/meetings/${meeting.meeting}`) || `#${location}` === meeting.path)
    return null
  return (
    <p className="meeting-going-on">
      {t('meetings.goingOn', { title: isolated(meeting.title, direction) })}{' '}
      <a href={meeting.path}>{t('meetings.goingOn.go')}</a>
    </p>
  )
}
