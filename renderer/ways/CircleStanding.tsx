import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { ProposeDialog } from '../proposals/ProposeDialog.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle } from './WaysPage.tsx'

type Next = 'active' | 'dormant' | 'closed'

const TONES: Readonly<Record<Circle['state'], StateTone>> = {
  forming: 'neutral',
  active: 'good',
  dormant: 'waiting',
  closed: 'ended',
}
/** What a circle can become, by what it is. */
const NEXT: Readonly<Record<Circle['state'], readonly Next[]>> = {
  forming: ['dormant', 'closed'],
  active: ['dormant', 'closed'],
  dormant: ['active', 'closed'],
  closed: ['active'],
}

/** Whether the circle works, rests or is closed, and the way to change that: by consent. */
export function CircleStanding({ circle, isMember }: { readonly circle: Circle; readonly isMember: boolean }) {
  const { t } = useWords()
  const [next, setNext] = useState<Next | null>(null)
  const wake = useCommand('circle', 'wake')
  const { state } = circle
  return (
    <Card as="section" aria-labelledby="standing" className="ways-way">
      <div className="ways-head">
        <h2 id="standing">{t('standing.title')}</h2>
        <StateBadge tone={TONES[state]}>{t(`standing.state.${state}`)}</StateBadge>
      </div>
      <p>{t(`standing.means.${state}`)}</p>
      {isMember && (
        <div className="ways-links">
          {circle.anyoneWakes && (
            <Button
              variant="primary"
              isPending={wake.isPending}
              onPress={() => void wake.run({ circle: circle.circle, asOf: circle.asOf })}
            >
              {t('standing.wake')}
            </Button>
          )}
          {NEXT[state].map((one) => (
            <Button key={one} size="small" onPress={() => setNext(one)}>
              {t(`standing.to.${one}`)}
            </Button>
          ))}
        </div>
      )}
      <Refused of={wake} />
      {next !== null && <Proposing circle={circle} next={next} onClose={() => setNext(null)} />}
    </Card>
  )
}

type ProposingProps = { readonly circle: Circle; readonly next: Next; readonly onClose: () => void }

function Proposing({ circle, next, onClose }: ProposingProps) {
  const { t } = useWords()
  const propose = useCommand('circle', 'state')
  const [anyoneWakes, setAnyoneWakes] = useState(true)
  const of = { circle: circle.circle, state: next, anyoneWakes: next === 'dormant' && anyoneWakes, asOf: circle.asOf }
  return (
    <ProposeDialog
      title={t(`standing.to.${next}`)}
      lead={t(`standing.means.${next}`)}
      first={{ title: t(`standing.words.${next}`), text: t(`standing.means.${next}`) }}
      command={propose}
      send={async (words) => propose.run({ ...of, ...words })}
      onClose={onClose}
    >
      {next === 'dormant' && (
        <Checkbox label={t('standing.anyone')} isSelected={anyoneWakes} onChange={setAnyoneWakes} />
      )}
    </ProposeDialog>
  )
}
