import { ActionForm } from '../actions/ActionForm.tsx'
import { ActionRows } from '../actions/ActionRows.tsx'
import { useIsGuest } from '../people/use-is-guest.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { useWords } from '../words/words.tsx'
import { currentItem, type Meeting } from './meeting-data.ts'

/** Who does what until when: noted where it comes up. */
export function MeetingActions({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const isGuest = useIsGuest(meeting.circle)
  if (meeting.state !== 'running' && meeting.actions.length === 0) return null
  const item = currentItem(meeting)
  const from =
    item === null ? ({ kind: 'meeting', id: meeting.meeting } as const) : ({ kind: 'item', id: item.item } as const)
  return (
    <section className="meeting-part" aria-labelledby="next-steps">
      <h2 id="next-steps">{t('actions.title')}</h2>
      {meeting.actions.length > 0 && <ActionRows actions={meeting.actions} />}
      {isGuest ? (
        <p className="meeting-soft">{t('actions.guest')}</p>
      ) : (
        <Disclosure title={t('actions.new')}>
          <ActionForm circle={meeting.circle} people={meeting.members} from={from} />
        </Disclosure>
      )}
    </section>
  )
}
