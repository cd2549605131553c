import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { fromBase64Url } from '../node/base64-url.ts'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { BringUpdate } from './BringUpdate.tsx'
import { CheckedUpdate } from './CheckedUpdate.tsx'
import { Offers, Offering } from './Offers.tsx'
import './updates.css'

export type Known = Awaited<ReturnType<Client['update']['list']>>

/** New versions, as files or from people: what they are is said before anything is done with them. `id`: a file's path. */
export function UpdatesPage({ id }: PageProps) {
  const { t } = useWords()
  const live = useLive('update', 'list', {})
  return (
    <Page title={t('updates.title')} lead={t('updates.lead')} back={{ href: '#/me', label: t('me.title') }}>
      <Asked live={live}>{(known) => <Shown known={known} file={id === '' ? null : fromBase64Url(id)} />}</Asked>
    </Page>
  )
}

/** `file`: a path; '' for what this window brought. A fresh number for each time, so that it is looked at anew. */
type Given = { readonly file: string; readonly time: number }

function Shown({ known, file }: { readonly known: Known; readonly file: string | null }) {
  const { t } = useWords()
  const [given, setGiven] = useState<Given | null>(file === null ? null : { file, time: 0 })
  const look = (at: string) => setGiven((before) => ({ file: at, time: (before?.time ?? 0) + 1 }))
  return (
    <div className="updates">
      <p>{t('updates.version', { version: known.version })}</p>
      {known.keys === 0 && <Notice tone="info">{t('updates.verdict.no-keys')}</Notice>}
      {known.keys > 0 && <p>{t('updates.takes', { count: known.threshold, keys: known.keys })}</p>}
      <BringUpdate onBrought={() => look('')} />
      <div aria-live="polite">
        {given !== null && <CheckedUpdate key={given.time} file={given.file === '' ? undefined : given.file} />}
      </div>
      <Offering offered={known.offered} />
      <Offers offers={known.offers} onFetched={look} />
    </div>
  )
}
