import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Row } from '../ui/Rows.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import type { Action } from './action-data.ts'
import { ChangeDialog } from './ChangeDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import './actions.css'

/** One next step; `where`: also in which circle. */
export function ActionRow({ action, where = false }: { readonly action: Action; readonly where?: boolean }) {
  const { t, date } = useWords()
  const done = useCommand('action', 'done')
  const [asks, setAsks] = useState<'change' | 'drop' | 'reopen' | null>(null)
  const { action: id, text, ownerName, due, waitingFor, state, isDue, others, ending, from } = action
  const notes = [
    ownerName ?? t('backlog.nobody'),
    ...(due === null ? [] : [t('actions.by', { date: date(due) })]),
    ...(waitingFor === null ? [] : [t('actions.waits', { what: waitingFor })]),
    ...(where ? [action.circleName] : []),
  ]
  const acts = (
    <>
      {isDue && <StateBadge tone="attention">{t('actions.isDue')}</StateBadge>}
      {state !== 'open' && <StateBadge tone="ended">{t(`actions.state.${state}`)}</StateBadge>}
      {state === 'open' && (
        <Button size="small" isPending={done.isPending} onPress={() => void done.run({ action: id })}>
          {t('actions.done')}
        </Button>
      )}
      <Menu label={t('proposals.more')} isIconOnly variant="plain" size="small" icon={<Ellipsis aria-hidden />}>
        {state === 'open' && <MenuItem onAction={() => setAsks('change')}>{t('actions.change')}</MenuItem>}
        <MenuItem onAction={() => setAsks(state === 'open' ? 'drop' : 'reopen')}>
          {t(state === 'open' ? 'actions.drop' : 'actions.reopen')}
        </MenuItem>
      </Menu>
      {asks === 'change' && <ChangeDialog action={action} onClose={() => setAsks(null)} />}
      {asks !== null && asks !== 'change' && <ReasonDialog action={id} as={asks} onClose={() => setAsks(null)} />}
    </>
  )
  return (
    <Row className="action-item" acts={acts}>
      <span className="action-text" dir="auto">
        {text}
      </span>
      <span className="action-notes" dir="auto">
        {notes.join(' · ')}
      </span>
      {others.map((one) => (
        <span key={one.text + String(one.owner)} className="action-notes" dir="auto">
          {t('actions.apart', { what: [one.text, one.ownerName ?? t('backlog.nobody')].join(' · ') })}
        </span>
      ))}
      {ending !== null && ending.text !== null && (
        <span className="action-notes" dir="auto">
          {ending.text}
        </span>
      )}
      {from !== null && from.meeting !== null && (
        <a className="action-notes" href={`#/meetings/${from.meeting}`}>
          <bdi>{from.title}</bdi>
        </a>
      )}
      <Refused of={done} />
    </Row>
  )
}
