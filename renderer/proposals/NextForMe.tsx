import { useNow } from '../people/use-now.ts'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Button } from '../ui/Button.tsx'
import { useWords, type Words } from '../words/words.tsx'
import {
  heldApart,
  isOutOfSelection,
  nameIn,
  nextStepOf,
  openRound,
  unresolved,
  viewFor,
  type NextStep,
  type PartProps,
  type Proposal,
} from './page-data.ts'

/** What the proposal waits for from the person who looks at it, in one sentence, with the way there. */
export function NextForMe({ me, onAmend, ...given }: PartProps & { readonly onAmend: () => void }) {
  const { t, list, date } = useWords()
  const proposal = viewFor(given.proposal, me)
  const others = heldApart(given.proposal, me)
  const step = nextStepOf(proposal, me)
  const deadline = openRound(proposal)?.deadline
  const isTimeUp = useNow() >= (deadline ?? Infinity)
  const instead = others.length > 0 ? ({ kind: 'apart' } as const) : isTimeUp ? ({ kind: 'silent' } as const) : step
  const next: NextStep = step.kind === 'waiting' ? instead : step
  const isUrgent = [
    'answer',
    'respond',
    'apart',
    'silent',
    'left',
    'objected',
    'again',
    'close',
    'aside',
    'contested',
  ].includes(next.kind)
  return (
    <Card as="section" tone={isUrgent ? 'attention' : 'calm'} aria-labelledby="next-for-me" className="proposal-next">
      <h2 id="next-for-me">{t('proposals.next')}</h2>
      <p>
        {next.kind === 'apart'
          ? t('proposals.next.apart', { names: list(others.map((person) => nameIn(proposal, person))) })
          : sentence(proposal, next, { t, list, date })}
      </p>
      <WayThere proposal={proposal} next={next} onAmend={onAmend} />
    </Card>
  )
}

function sentence(proposal: Proposal, next: NextStep, { t, list, date }: Pick<Words, 't' | 'list' | 'date'>): string {
  switch (next.kind) {
    case 'answer':
      return t('proposals.next.answer', { name: nameIn(proposal, next.question.person), text: next.question.text })
    case 'respond':
      return t('proposals.next.respond', { date: date(proposal.review) })
    case 'silent':
    case 'waiting':
      return t(`proposals.next.${next.kind}`, {
        names: list(proposal.awaiting.map((person) => nameIn(proposal, person))),
      })
    case 'left':
      return t('proposals.next.left', { names: list((proposal.left ?? []).map((person) => nameIn(proposal, person))) })
    case 'objected':
      return t('proposals.next.objected', { count: unresolved(proposal).length })
    case 'again':
      return t('proposals.amend.lead')
    case 'open':
      return t(isOutOfSelection(proposal) ? 'proposals.next.open.selected' : 'proposals.next.open')
    default:
      return t(`proposals.next.${next.kind}`)
  }
}

const PLACES: Readonly<Partial<Record<NextStep['kind'], string>>> = {
  answer: 'questions',
  understand: 'questions',
  react: 'reactions',
  respond: 'round',
  apart: 'round',
  silent: 'round',
  left: 'round',
  open: 'round',
  again: 'round',
  close: 'round',
  aside: 'round',
}

function WayThere({
  proposal,
  next,
  onAmend,
}: {
  readonly proposal: Proposal
  readonly next: NextStep
  readonly onAmend: () => void
}) {
  const { t } = useWords()
  if (next.kind === 'agreed' && proposal.agreement !== null)
    return <LinkButton href={`#/agreements/${proposal.agreement}`}>{t('proposals.toAgreement')}</LinkButton>
  if (next.kind === 'objected' || next.kind === 'contested')
    return (
      <Button variant="primary" onPress={onAmend}>
        {t('proposals.amend')}
      </Button>
    )
  const place = PLACES[next.kind]
  if (place === undefined) return null
  const label =
    place === 'questions' ? 'proposals.questions' : place === 'reactions' ? 'proposals.reactions' : 'proposals.round'
  return <Button onPress={() => goTo(place)}>{t(label)}</Button>
}

function goTo(place: string): void {
  const heading = document.getElementById(place)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
