import { useState } from 'react'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { ActionRows } from './ActionRows.tsx'
import './actions.css'

/** What this person has taken on, over all their circles; or everyone's. */
export function NextSteps(_props: PageProps) {
  const { t } = useWords()
  const [isEveryone, setEveryone] = useState(false)
  const [isAll, setAll] = useState(false)
  const live = useLive('action', 'list', { mine: !isEveryone, all: isAll })
  return (
    <Page title={t('actions.title')} lead={t('actions.lead')}>
      <div className="action-row">
        <Checkbox label={t('actions.everyone')} isSelected={isEveryone} onChange={setEveryone} />
        <Checkbox label={t('actions.all')} isSelected={isAll} onChange={setAll} />
      </div>
      <Asked live={live}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('actions.none.title')}>{t('actions.none')}</EmptyState>
          ) : (
            <ActionRows actions={items} where />
          )
        }
      </Asked>
    </Page>
  )
}
