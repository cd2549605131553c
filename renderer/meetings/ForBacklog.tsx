import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import type { Meeting } from './meeting-data.ts'

/** What was noted for the backlog: each becomes something noticed with one press, and is linked from then on. */
export function ForBacklog({ meeting }: { readonly meeting: Meeting }) {
  const { t, direction } = useWords()
  const { circle } = meeting
  const drivers = useLive('driver', 'list', { circle }).data?.items
  const notice = useCommand('driver', 'notice')
  const notes = meeting.notes.filter(({ kind }) => kind === 'backlog')
  if (notes.length === 0 || drivers === undefined) return null
  return (
    <section className="meeting-part" aria-labelledby="for-backlog">
      <h2 id="for-backlog">{t('meetings.note.backlog')}</h2>
      <ul className="meeting-turns">
        {notes.map(({ note, text }) => {
          const driver = drivers.find(({ statement }) => statement.trim() === text.trim())
          return (
            <li key={note}>
              {driver === undefined ? (
                <>
                  <span dir="auto">{text}</span>{' '}
                  <Button
                    size="small"
                    aria-label={t('meetings.toDriver.of', { text: isolated(text, direction) })}
                    isPending={notice.isPending}
                    onPress={() => void notice.run({ circle, statement: text })}
                  >
                    {t('meetings.toDriver')}
                  </Button>
                </>
              ) : (
                <a href={`#/drivers/${driver.driver}`}>
                  <bdi>{text}</bdi>
                </a>
              )}
            </li>
          )
        })}
      </ul>
      <Refused of={notice} />
    </section>
  )
}
