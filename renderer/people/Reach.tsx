import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Card } from '../ui/Card.tsx'
import { useWords } from '../words/words.tsx'
import { WhoFinds, type ReachId } from './WhoFinds.tsx'

type Circle = Awaited<ReturnType<Client['circle']['show']>>

/** The circle's own switch: who may find this device for it, and what that shows to others. */
export function Reach({ circle: { circle, reach = 'nobody' } }: { readonly circle: Circle }) {
  const { t } = useWords()
  const choose = useCommand('circle', 'reach')
  const begin = useCommand('network', 'findOthers')
  const send = async (wanted: ReachId) => {
    const chosen = await choose.run({ circle, reach: wanted })
    // The program may have started before there was anything to be found for.
    if (chosen !== undefined && chosen.reach !== 'nobody') await begin.run({ lan: false })
  }
  return (
    <Card as="section" aria-labelledby="reach" className="people-more">
      <h2 id="reach">{t('people.reach.title')}</h2>
      <WhoFinds value={reach} onChange={(wanted) => void send(wanted)} />
      <Refused of={choose} />
      <Refused of={begin} />
    </Card>
  )
}
