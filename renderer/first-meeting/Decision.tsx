import { useState } from 'react'
import { type AgendaItem, type Meeting } from '../meetings/meeting-data.ts'
import { SpeakingRound } from '../meetings/SpeakingRound.tsx'
import { useLive } from '../node/use-live.ts'
import { AmendDialog } from '../proposals/AmendDialog.tsx'
import { Objections } from '../proposals/Objections.tsx'
import { nextStepOf, viewFor, type Proposal } from '../proposals/page-data.ts'
import { Round } from '../proposals/Round.tsx'
import '../proposals/proposals.css'
import { Asked } from '../shell/Asked.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle } from './FirstMeeting.tsx'

type Props = {
  readonly circle: Circle
  readonly meeting: Meeting
  /** Where it stands on the agenda; a proposal that is on none has no rounds of its own here. */
  readonly item?: AgendaItem
  readonly proposal?: string
}

/** A proposal from its words to everyone's consent, without leaving the guide. */
export function Decision({ circle, meeting, item, proposal }: Props) {
  const live = useLive('proposal', 'show', { proposal: proposal ?? item?.about?.id ?? '' })
  return (
    <Asked live={live}>
      {(one) => (
        <Shown
          proposal={one}
          me={circle.me ?? ''}
          meeting={meeting}
          isBefore={item !== undefined && meeting.point.item === item.item}
        />
      )}
    </Asked>
  )
}

type ShownProps = {
  readonly proposal: Proposal
  readonly me: string
  readonly meeting: Meeting
  readonly isBefore: boolean
}

function Shown({ proposal, me, meeting, isBefore }: ShownProps) {
  const { t } = useWords()
  const [isAmending, setAmending] = useState(false)
  const { proposal: id, versions, version, state, rounds } = proposal
  const words = versions.find((one) => one.version === version)?.text ?? ''
  if (state === 'adopted' && proposal.agreement !== null)
    return (
      <>
        <Markdown text={words} look="words" headingLevel={3} />
        <LinkButton href={`#/agreements/${proposal.agreement}`}>{t('proposals.toAgreement')}</LinkButton>
      </>
    )
  return (
    <>
      <Markdown text={words} look="words" headingLevel={3} />
      {isBefore && rounds.length === 0 && (
        <>
          <p>{t('first.decide')}</p>
          <SpeakingRound meeting={meeting} prompts={[t('first.decide.clear'), t('first.decide.react')]} />
        </>
      )}
      <Round proposal={proposal} me={me} place={`round-${id}`} />
      <Waiting proposal={proposal} me={me} />
      <Objections proposal={proposal} me={me} onAmend={() => setAmending(true)} />
      <p>
        <a href={`#/proposals/${id}`}>{t('first.decide.page')}</a>
      </p>
      <AmendDialog
        proposal={proposal}
        isOpen={isAmending}
        onOpen={() => setAmending(true)}
        onClose={() => setAmending(false)}
      />
    </>
  )
}

/** For whom everyone waits, by name. */
function Waiting({ me, ...given }: { readonly proposal: Proposal; readonly me: string }) {
  const { t, list } = useWords()
  const proposal = viewFor(given.proposal, me)
  const { kind } = nextStepOf(proposal, me)
  const others = proposal.awaiting.filter((person) => person !== me)
  if (others.length === 0 || (kind !== 'waiting' && kind !== 'respond')) return null
  return (
    <p role="status">
      {t('proposals.next.waiting', { names: list(others.map((person) => proposal.names[person] ?? '')) })}
    </p>
  )
}
