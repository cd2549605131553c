import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useWords } from '../words/words.tsx'

/** What practising is, before it begins. */
export function StartPractice() {
  const { t, language } = useWords()
  const start = useCommand('practice', 'start')
  return (
    <Card tone="practice">
      <ul className="practice-what">
        <li>{t('practice.what.companions')}</li>
        <li>{t('practice.what.alone')}</li>
        <li>{t('practice.what.marked')}</li>
      </ul>
      <Refused of={start} />
      <div className="practice-actions">
        <Button variant="primary" size="large" isPending={start.isPending} onPress={() => void start.run({ language })}>
          {t('practice.start')}
        </Button>
        <p role="status">{start.isPending ? t('practice.coming') : ''}</p>
      </div>
    </Card>
  )
}
