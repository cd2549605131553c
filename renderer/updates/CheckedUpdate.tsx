import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Underway } from '../shell/Underway.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { UpdateSaid } from './UpdateSaid.tsx'

type Checked = Awaited<ReturnType<Client['update']['verify']>>

/** What a file is, and what may be done with it. `file`: left out for the one that this window brought. */
export function CheckedUpdate({ file }: { readonly file: string | undefined }) {
  const given = file === undefined ? {} : { file }
  const live = useLive('update', 'verify', given)
  return <Asked live={live}>{(checked) => <Verdict checked={checked} given={given} />}</Asked>
}

type Props = { readonly checked: Checked; readonly given: { readonly file?: string } }

function Verdict({ checked: { verdict, update, signers, threshold }, given }: Props) {
  const { t } = useWords()
  const isSound = verdict === 'good' || verdict === 'for-another' || verdict === 'not-newer'
  const tone = verdict === 'good' ? 'good' : isSound || verdict === 'no-keys' ? 'info' : 'error'
  return (
    <section className="updates-part" aria-labelledby="checked-update">
      <h2 id="checked-update">{t('updates.checked')}</h2>
      <Notice tone={tone}>{t(`updates.verdict.${verdict}`)}</Notice>
      {update !== null && <UpdateSaid of={update} />}
      {update !== null && <p>{t('updates.signed', { count: signers, threshold })}</p>}
      {verdict === 'good' && <Install given={given} />}
      {isSound && <Share given={given} />}
    </section>
  )
}

/** A program with a shell has the system open it; elsewhere the person is told where it lies. */
function Install({ given }: Pick<Props, 'given'>) {
  const { t, direction } = useWords()
  const info = useLive('program', 'info', {}).data
  const prepare = useCommand('update', 'prepare')
  const install = useCommand('program', 'install')
  const [installer, setInstaller] = useState<string>()
  if (info?.mode === 'electron')
    return (
      <>
        <p>{t('updates.install.means')}</p>
        <Button variant="primary" isPending={install.isPending} onPress={() => void install.run(given)}>
          {t('updates.install')}…
        </Button>
        <Refused of={install} />
      </>
    )
  const take = async () => setInstaller((await prepare.run(given))?.installer)
  return (
    <>
      <Button variant="primary" isPending={prepare.isPending} onPress={() => void take()}>
        {t('updates.take')}
      </Button>
      <Refused of={prepare} />
      <Underway of={prepare} label={t('updates.reading')} />
      {installer !== undefined && (
        <Notice tone="good" title={t('updates.taken')}>
          <p>{isolated(installer, direction)}</p>
          <p>{t('updates.taken.next')}</p>
        </Notice>
      )}
    </>
  )
}

function Share({ given }: Pick<Props, 'given'>) {
  const { t } = useWords()
  const offer = useCommand('update', 'offer')
  return (
    <>
      <p>{t('updates.offer.means')}</p>
      <Button isPending={offer.isPending} onPress={() => void offer.run(given)}>
        {t('updates.offer')}
      </Button>
      <Refused of={offer} />
    </>
  )
}
