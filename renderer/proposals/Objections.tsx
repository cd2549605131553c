import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { WordsOf } from '../people/WordsOf.tsx'
import { TestObjection } from './TestObjection.tsx'
import { nameIn, type PartProps, type Proposal } from './page-data.ts'

/** Every objection with its fate. Nobody but its author ever ends one. */
export function Objections({ proposal, me, onAmend }: PartProps & { readonly onAmend: () => void }) {
  const { t } = useWords()
  if (proposal.objections.length === 0) return null
  return (
    <section aria-labelledby="objections" className="proposal-part">
      <h2 id="objections">{t('proposals.objections')}</h2>
      <ul className="proposal-list">
        {proposal.objections.map((objection) => (
          <Objection key={objection.objection} proposal={proposal} me={me} objection={objection} onAmend={onAmend} />
        ))}
      </ul>
    </section>
  )
}

type Props = PartProps & {
  readonly objection: Proposal['objections'][number]
  readonly onAmend: () => void
}

function Objection({ proposal, me, objection, onAmend }: Props) {
  const { t } = useWords()
  const name = nameIn(proposal, objection.person)
  const isOpen = ['raised', 'understood', 'offered'].includes(objection.state)
  const isMine = objection.person === me
  return (
    <Card as="li" tone={isOpen ? 'attention' : 'plain'} className="proposal-objection">
      <PersonChip name={name} />
      <p className="proposal-reason" dir="auto">
        <WordsOf circle={proposal.circle} person={objection.person} name={name} counts>
          {objection.reason}
        </WordsOf>
      </p>
      <StateBadge tone={isOpen ? 'attention' : 'good'}>
        {t(`proposals.objection.state.${objection.state}`, { name })}
      </StateBadge>
      {objection.testable === true && (
        <TestObjection proposal={proposal} objection={objection} mayTest={isOpen && !isMine} />
      )}
      {isOpen &&
        (isMine ? (
          <Mine proposal={proposal} id={objection.objection} />
        ) : (
          <Theirs proposal={proposal} objection={objection} onAmend={onAmend} />
        ))}
    </Card>
  )
}

function Mine({ proposal, id }: { readonly proposal: Proposal; readonly id: string }) {
  const { t } = useWords()
  const withdraw = useCommand('objection', 'withdraw')
  const reframe = useCommand('objection', 'reframe')
  const input = { objection: id, asOf: proposal.asOf }
  return (
    <>
      <Refused of={withdraw} />
      <Refused of={reframe} />
      <div className="proposal-buttons">
        <Button size="small" isPending={withdraw.isPending} onPress={() => void withdraw.run(input)}>
          {t('proposals.objection.withdraw')}
        </Button>
        <Button size="small" isPending={reframe.isPending} onPress={() => void reframe.run(input)}>
          {t('proposals.objection.reframe')}
        </Button>
      </div>
    </>
  )
}

function Theirs({ proposal, objection, onAmend }: Omit<Props, 'me'>) {
  const { t } = useWords()
  const understand = useCommand('objection', 'understood')
  const input = { objection: objection.objection, asOf: proposal.asOf }
  return (
    <>
      <Refused of={understand} />
      <div className="proposal-buttons">
        {objection.state === 'raised' && (
          <Button size="small" isPending={understand.isPending} onPress={() => void understand.run(input)}>
            {t('proposals.objection.understand')}
          </Button>
        )}
        <Button size="small" onPress={onAmend}>
          {t('proposals.amend')}
        </Button>
      </div>
    </>
  )
}
