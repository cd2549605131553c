import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { MyPart } from './MyPart.tsx'

/** Which program this is, where it keeps things, and its end. */
export function Program() {
  const { t, direction } = useWords()
  const info = useLive('program', 'info', {}).data
  const [isAsking, setAsking] = useState(false)
  const [isStopped, setStopped] = useState(false)
  const stop = useCommand('program', 'stop')
  const ends = async () => {
    const done = await stop.run({})
    setAsking(false)
    if (done !== undefined) setStopped(true)
  }
  if (info === undefined) return null
  return (
    <MyPart id="about" title={t('me.about')}>
      <p>{t('me.about.version', { version: info.version })}</p>
      <p className="me-soft">{t('me.about.folder', { folder: isolated(info.dataFolder, direction) })}</p>
      <p>
        <a href="#/certificate">{t('certificate.link')}</a>
      </p>
      <p>
        <a href="#/updates">{t('updates.link')}</a>
      </p>
      {isStopped ? (
        <Notice tone="good" title={t('me.stop.done')}>
          {t('me.stop.doneLead')}
        </Notice>
      ) : (
        info.mode !== 'cli' && <Button onPress={() => setAsking(true)}>{t('me.stop')}…</Button>
      )}
      <Refused of={stop} />
      <Dialog
        title={t('me.stop.sure')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="plain" onPress={() => setAsking(false)}>
              {t('me.stop.not')}
            </Button>
            <Button variant="danger" isPending={stop.isPending} onPress={() => void ends()}>
              {t('me.stop')}
            </Button>
          </>
        }
      >
        <p>{t('me.stop.lead')}</p>
      </Dialog>
    </MyPart>
  )
}
