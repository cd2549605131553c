import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { nameIn, type Proposal } from './page-data.ts'

type Props = {
  readonly proposal: Proposal
  readonly objection: Proposal['objections'][number]
  readonly mayTest: boolean
}

/** Where the circle agreed to test objections: what others said of this one, and the place to say it. */
export function TestObjection({ proposal, objection, mayTest }: Props) {
  const { t } = useWords()
  const test = useCommand('objection', 'test')
  const [reason, setReason] = useState('')
  const { tests = [] } = objection
  const say = async (qualifies: boolean) => {
    const done = await test.run({ objection: objection.objection, qualifies, reason, asOf: proposal.asOf })
    if (done !== undefined) setReason('')
  }
  const people = tests.map(({ person, qualifies, reason: why }) => ({
    id: person,
    name: nameIn(proposal, person),
    note: (
      <>
        {t(qualifies ? 'proposals.test.does' : 'proposals.test.doesNot')} <q dir="auto">{why}</q>
      </>
    ),
  }))
  return (
    <>
      {people.length > 0 && <PersonList label={t('proposals.test.title')} people={people} />}
      {proposal.aside?.includes(objection.person) === true && <p>{t('proposals.test.aside')}</p>}
      {mayTest && (
        <div className="proposal-form">
          <TextField
            label={t('proposals.test.title')}
            description={t('proposals.test.lead')}
            value={reason}
            onChange={setReason}
          />
          <Refused of={test} />
          <div className="proposal-buttons">
            {([true, false] as const).map((qualifies) => (
              <Button
                key={String(qualifies)}
                size="small"
                isPending={test.isPending}
                isDisabled={reason.trim() === ''}
                onPress={() => void say(qualifies)}
              >
                {t(qualifies ? 'proposals.test.yes' : 'proposals.test.no')}
              </Button>
            ))}
          </div>
        </div>
      )}
    </>
  )
}
