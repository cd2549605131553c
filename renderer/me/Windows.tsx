import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { useNow } from '../people/use-now.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'
import { MyPart } from './MyPart.tsx'

type Window = Awaited<ReturnType<Client['program']['windows']>>[number]

/** Every place that looks at this person's circles, and a way to end each. */
export function Windows() {
  const { t } = useWords()
  const windows = useLive('program', 'windows', {}).data ?? []
  const end = useCommand('program', 'endWindow')
  const toast = useToast()
  if (windows.length === 0) return null
  const others = windows.filter(({ isThis }) => !isThis)
  const ends = async (window: string) => {
    const done = await end.run({ window })
    if (done !== undefined) toast.show({ text: t('me.window.ended', { count: done.ended }) })
  }
  return (
    <MyPart id="windows" title={t('me.windows')}>
      <p className="me-soft">{t('me.windows.lead')}</p>
      <ul className="me-windows">
        {windows.map((one) => (
          <Line key={one.window} window={one} onEnd={() => void ends(one.window)} />
        ))}
      </ul>
      <Refused of={end} />
      {others.length > 1 && (
        <Button isPending={end.isPending} onPress={() => void ends('others')}>
          {t('me.window.others')}
        </Button>
      )}
    </MyPart>
  )
}

function Line({
  window: { userAgent, lastSeen, connected, isThis },
  onEnd,
}: {
  readonly window: Window
  readonly onEnd: () => void
}) {
  const { t, ago } = useWords()
  const now = useNow()
  const seen = connected ? t('me.window.open') : t('me.window.seen', { ago: ago(lastSeen, now) })
  return (
    <li>
      <span>
        <bdi>{userAgent}</bdi>
        <span className="me-soft">{isThis ? t('me.window.this') : seen}</span>
      </span>
      {!isThis && (
        <Button size="small" aria-label={t('me.window.endNamed', { name: userAgent })} onPress={onEnd}>
          {t('me.window.end')}
        </Button>
      )}
    </li>
  )
}
