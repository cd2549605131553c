import { useState } from 'react'
import { fromBase64Url } from '../node/base64-url.ts'
import { useCommand } from '../node/use-command.ts'
import type { PageProps } from '../routes.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Underway } from '../shell/Underway.tsx'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'

type Taken = { readonly circle: string; readonly events: number; readonly apart: boolean }

/** A circle's file that was opened from outside. Nothing comes in until the person says so. `id`: its path. */
export function OpenBundle({ id }: PageProps) {
  const { t, direction } = useWords()
  const file = fromBase64Url(id)
  const take = useCommand('bundle', 'import')
  const [taken, setTaken] = useState<Taken>()
  const takeIn = async () => setTaken(await take.run({ file }))
  return (
    <Page title={t('files.open.title')} lead={t('files.open.lead')}>
      <p>{isolated(file, direction)}</p>
      <Refused of={take} />
      <Underway of={take} label={t('files.open.taking')} />
      {taken === undefined ? (
        <Button variant="primary" isPending={take.isPending} onPress={() => void takeIn()}>
          {t('files.open.take')}
        </Button>
      ) : (
        <Notice tone="good" title={t('files.open.done', { count: taken.events })}>
          {taken.apart && <p>{t('files.open.apart')}</p>}
          <LinkButton href={`#/circles/${taken.circle}`}>{t('files.open.see')}</LinkButton>
        </Notice>
      )}
    </Page>
  )
}
