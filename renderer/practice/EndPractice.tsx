import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/words.tsx'

type Props = { readonly onEnd: () => void; readonly isDone: boolean }

/** Erases the practice, once the person has said that they mean it. */
export function EndPractice({ onEnd, isDone }: Props) {
  const { t } = useWords()
  const [isAsked, setAsked] = useState(false)
  const end = useCommand('practice', 'end')
  const erase = async () => {
    if ((await end.run({})) !== undefined) onEnd()
  }
  return (
    <div className="practice-actions">
      <Button variant={isDone ? 'quiet' : 'plain'} onPress={() => setAsked(true)}>
        {t('practice.end')}
      </Button>
      <Dialog
        title={t('practice.end.title')}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        actions={
          <>
            <Button variant="plain" onPress={() => setAsked(false)}>
              {t('practice.end.no')}
            </Button>
            <Button variant="danger" isPending={end.isPending} onPress={() => void erase()}>
              {t('practice.end.yes')}
            </Button>
          </>
        }
      >
        <p>{t('practice.end.lead')}</p>
        <Refused of={end} />
      </Dialog>
    </div>
  )
}
