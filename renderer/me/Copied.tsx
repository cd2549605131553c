import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import './welcome.css'

/** The folder was copied: nothing is done with it before its person says what is to become of it. */
export function Copied({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords()
  const adopt = useCommand('profile', 'adoptCopy')
  const send = async () => {
    if ((await adopt.run({})) !== undefined) onDone()
  }
  return (
    <div className="welcome">
      <h1>{t('devices.copied.title')}</h1>
      <p className="welcome-lead">{t('devices.copied.lead')}</p>
      <p className="welcome-text">{t('devices.copied.what')}</p>
      <Refused of={adopt} />
      <Button variant="primary" size="large" isPending={adopt.isPending} onPress={() => void send()}>
        {t('devices.copied.send')}
      </Button>
      <LanguageChoice />
    </div>
  )
}
