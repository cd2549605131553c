import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import type { Driver } from './driver-data.ts'
import { MoveDialog, type Move } from './MoveDialog.tsx'
import { PreparedDialog } from './PreparedDialog.tsx'

/** What can be done about it now. */
export function NextForDriver({ driver, isMember }: { readonly driver: Driver; readonly isMember: boolean }) {
  const { t, direction } = useWords()
  const [move, setMove] = useState<Move | null>(null)
  const accept = useCommand('driver', 'accept')
  const { state } = driver
  const to = isolated(driver.move?.to ?? '', direction)
  const isWaiting = state === 'noticed' || state === 'accepted'
  return (
    <Card as="section" tone={isWaiting ? 'calm' : 'plain'} aria-labelledby="next" className="driver-next">
      <h2 id="next">{t(isWaiting ? 'proposals.next' : 'drivers.became')}</h2>
      <p>{t(`drivers.next.${state}`, { to, name: driver.names[driver.move?.person ?? ''] ?? '' })}</p>
      {driver.move !== null && driver.move.reason !== null && <q dir="auto">{driver.move.reason}</q>}
      {isMember && (
        <div className="driver-buttons">
          {state === 'noticed' && (
            <Button
              variant={driver.prepared === undefined ? 'primary' : 'quiet'}
              isPending={accept.isPending}
              onPress={() => void accept.run({ driver: driver.driver, asOf: driver.asOf })}
            >
              {t('drivers.accept')}
            </Button>
          )}
          {isWaiting && <Propose driver={driver} />}
          {isWaiting && <Button onPress={() => setMove('passOn')}>{t('drivers.passOn')}</Button>}
          {isWaiting && <Button onPress={() => setMove('discard')}>{t('drivers.discard')}</Button>}
          {state !== 'noticed' && state !== 'answered' && (
            <Button onPress={() => setMove('sendBack')}>{t('drivers.sendBack')}</Button>
          )}
        </div>
      )}
      <Refused of={accept} />
      {move !== null && <MoveDialog driver={driver} move={move} onClose={() => setMove(null)} />}
    </Card>
  )
}

/** One press to a form that is filled with what there is already: what was prepared, else what was noticed. */
function Propose({ driver }: { readonly driver: Driver }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { prepared, state } = driver
  if (prepared === undefined || prepared.as === 'agreement')
    return (
      <LinkButton
        variant={state === 'accepted' || prepared !== undefined ? 'primary' : 'quiet'}
        href={`#/circles/${driver.circle}/answer/${driver.driver}`}
      >
        {t('drivers.propose')}
      </LinkButton>
    )
  return (
    <>
      <Button variant="primary" onPress={() => setOpen(true)}>
        {t('drivers.propose')}
      </Button>
      {isOpen && <PreparedDialog driver={driver} prepared={prepared} onClose={() => setOpen(false)} />}
    </>
  )
}
