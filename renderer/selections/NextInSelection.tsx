import { isMemberIn, type Circle } from '../roles/role-data.ts'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { ChangeRound } from './ChangeRound.tsx'
import { Nominating } from './Nominating.tsx'
import { ProposeNominee } from './ProposeNominee.tsx'
import type { Selection } from './selection-data.ts'

type Props = { readonly selection: Selection; readonly circle: Circle; readonly isGuided?: boolean }

/** What the selection asks of whoever looks at it now. */
export function NextInSelection({ selection, circle, isGuided = false }: Props) {
  const { t } = useWords()
  const isOver = selection.state === 'selected' || selection.state === 'none-suitable'
  return (
    <Card as="section" tone={isOver ? 'plain' : 'calm'} aria-labelledby="next" className="role-form">
      <h2 id="next">{t(isOver ? 'drivers.became' : 'proposals.next')}</h2>
      <Now selection={selection} circle={circle} isGuided={isGuided} />
    </Card>
  )
}

function Now({ selection, circle, isGuided = false }: Props) {
  const { t, direction } = useWords()
  const nameOf = (person: string | null | undefined) => isolated(selection.names[person ?? ''] ?? '', direction)
  const last = selection.proposals.at(-1)
  switch (selection.state) {
    case 'nominating':
      return <Nominating selection={selection} circle={circle} />
    case 'proposed':
    case 'consenting': {
      const live = selection.proposals.find(({ state }) => state === 'open' || state === 'in-round') ?? last
      return (
        <>
          <p>{t('selections.proposed', { name: nameOf(live?.nominee) })}</p>
          <LinkButton variant="primary" href={`#/proposals/${live?.proposal ?? ''}`}>
            {t('selections.toProposal')}
          </LinkButton>
        </>
      )
    }
    case 'selected': {
      const adopted = selection.proposals.find(({ state }) => state === 'adopted' || state === 'contested') ?? last
      return (
        <>
          <p>{t('selections.selected', { name: nameOf(adopted?.nominee) })}</p>
          {selection.agreement !== null && (
            <a href={`#/agreements/${selection.agreement}`}>{t('selections.toAgreement')}</a>
          )}
        </>
      )
    }
    case 'none-suitable':
      return (
        <>
          <p>{t('selections.ended', { name: nameOf(selection.ended?.person) })}</p>
          <q dir="auto">{selection.ended?.reason}</q>
        </>
      )
    default:
      return (
        <>
          {selection.state === 'returned' && <p>{t('selections.returned')}</p>}
          {isMemberIn(circle) && <ChangeRound selection={selection} circle={circle} />}
          {isMemberIn(circle) && <ProposeNominee selection={selection} isGuided={isGuided} />}
        </>
      )
  }
}
