import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { wayInWords } from './way-words.ts'
import { ProposeWay } from './ProposeWay.tsx'
import type { Circle } from './WaysPage.tsx'

export type WayLine = Awaited<ReturnType<Client['way']['list']>>['items'][number]
type Props = { readonly circle: Circle; readonly line: WayLine; readonly isMember: boolean }

/** Where silence or other people's words can stand for a person's own, people who are apart pay for it. */
const COSTS: ReadonlySet<WayLine['rule']> = new Set(['absentee', 'lazy', 'qualifying', 'spoken-words'])

/** One way: what it means, what holds here, what it costs, and how to change it. */
export function WayCard({ circle, line, isMember }: Props) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { rule, way, agreement, proposal } = line
  return (
    <Card as="li" className="ways-way">
      <div className="ways-head">
        <h3>{t(`ways.${rule}`)}</h3>
        <StateBadge tone={way === null ? 'neutral' : 'good'}>
          {t(way === null ? 'ways.default' : 'ways.agreed')}
        </StateBadge>
      </div>
      <p>{t(`ways.${rule}.means`)}</p>
      <p>{way === null ? t(`ways.${rule}.default`) : wayInWords(way, t)}</p>
      {COSTS.has(rule) && <p className="ways-cost">{t(`ways.${rule as 'lazy'}.costs`)}</p>}
      <div className="ways-links">
        {agreement !== null && <a href={`#/agreements/${agreement}`}>{t('ways.see')}</a>}
        {proposal !== null && <a href={`#/proposals/${proposal}`}>{t('ways.underWay')}</a>}
        {isMember && proposal === null && (
          <Button size="small" onPress={() => setOpen(true)}>
            {t('ways.propose')}
          </Button>
        )}
      </div>
      {isOpen && <ProposeWay circle={circle} line={line} onClose={() => setOpen(false)} />}
    </Card>
  )
}
