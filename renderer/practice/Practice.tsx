import { useState } from 'react'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { Guide } from './Guide.tsx'
import { companionNames } from './practice-status.ts'
import { StartPractice } from './StartPractice.tsx'
import './practice.css'

/** Learning the way alone: what it is, and then, at each moment, where one is on it and what to do next. */
export function Practice(_props: PageProps) {
  const words = useWords()
  const { t } = words
  const [hasEnded, setEnded] = useState(false)
  const live = useLive('practice', 'status', {})
  return (
    <Asked live={live}>
      {(status) =>
        status.circle === null ? (
          <Page title={t('practice.title')} lead={t('practice.lead')}>
            {hasEnded && <Notice tone="good">{t('practice.ended')}</Notice>}
            <StartPractice />
          </Page>
        ) : (
          <Page title={t('practice.title')} lead={t('practice.with', { names: companionNames(status, words) })}>
            <Guide status={status} onEnd={() => setEnded(true)} />
          </Page>
        )
      }
    </Asked>
  )
}
