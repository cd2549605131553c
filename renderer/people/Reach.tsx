import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Card } from '../ui/Card.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { useWords } from '../words/words.tsx'

type Circle = Awaited<ReturnType<Client['circle']['show']>>

const CHOICES = ['nobody', 'lan', 'internet'] as const

/** The circle's own switch: who may find this device for it, and what that shows to others. */
export function Reach({ circle: { circle, reach = 'nobody' } }: { readonly circle: Circle }) {
  const { t } = useWords()
  const choose = useCommand('circle', 'reach')
  const begin = useCommand('network', 'findOthers')
  const options = CHOICES.map((id) => ({
    id,
    title: t(`people.reach.${id}`),
    description: t(`people.reach.${id}.what`),
  }))
  const send = async (wanted: (typeof CHOICES)[number]) => {
    const chosen = await choose.run({ circle, reach: wanted })
    // The program may have started before there was anything to be found for.
    if (chosen !== undefined && chosen.reach !== 'nobody') await begin.run({ lan: false })
  }
  return (
    <Card as="section" aria-labelledby="reach" className="people-more">
      <h2 id="reach">{t('people.reach.title')}</h2>
      <RadioCards
        label={t('people.reach.label')}
        description={t('people.reach.lead')}
        options={options}
        value={reach}
        onChange={(wanted) => void send(wanted)}
      />
      <Refused of={choose} />
      <Refused of={begin} />
    </Card>
  )
}
