import type { Meeting } from '../meetings/meeting-data.ts'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useWords } from '../words/words.tsx'

/** Somebody who came in with their own device says themselves that they sit here. */
export function NotHere({ meeting: { meeting } }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const attend = useCommand('meeting', 'attend')
  return (
    <Card tone="attention" className="first-step">
      <p>{t('first.notHere')}</p>
      <Button variant="primary" isPending={attend.isPending} onPress={() => void attend.run({ meeting, here: true })}>
        {t('meetings.imHere')}
      </Button>
      <Refused of={attend} />
    </Card>
  )
}
