import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { CarryOn } from './CarryOn.tsx'
import { nameIn, type PartProps } from './page-data.ts'

/** Who put it away or handed it on, why, and who has it now: it is not lost, and whoever carries it is told how. */
export function PutAway({ proposal, me }: PartProps) {
  const { t, date, list, direction } = useWords()
  const [isCarrying, setCarrying] = useState(false)
  const { ended } = proposal
  if (ended === undefined) return null
  const { as, person, reason, until, carriers, helping } = ended
  const names = list(carriers.map((one) => isolated(nameIn(proposal, one), direction)))
  const isMine = carriers.includes(me)
  return (
    <Notice
      tone="info"
      className="proposal-put-away"
      title={t(`proposals.story.proposal.ended.${as}`, { name: isolated(nameIn(proposal, person), direction) })}
      action={
        isMine && (
          <div className="proposal-buttons">
            <Button onPress={() => setCarrying(true)}>{t('proposals.put.bring')}</Button>
            <LinkButton href={`#/circles/${proposal.circle}/links`}>{t('proposals.put.links')}</LinkButton>
          </div>
        )
      }
    >
      <p>
        <q dir="auto">{reason}</q>
      </p>
      {until !== null && <p>{t('proposals.put.until', { date: date(until) })}</p>}
      {carriers.length > 0 && !isMine && <p>{t('proposals.put.carriers', { names, count: carriers.length })}</p>}
      {isMine && <p>{t('proposals.put.you')}</p>}
      {helping !== null && (
        <p>
          <a href={`#/helping/${helping.helping}`}>
            {t('proposals.put.helping', { name: isolated(helping.name, direction) })}
          </a>
        </p>
      )}
      {as !== 'withdrawn' && !isMine && <p>{t('proposals.put.again')}</p>}
      {isCarrying && <CarryOn proposal={proposal} reason={reason} onClose={() => setCarrying(false)} />}
    </Notice>
  )
}
