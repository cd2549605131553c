import { StepsFrom } from '../actions/StepsFrom.tsx'
import type { Circle } from '../roles/role-data.ts'
import { Asked } from '../shell/Asked.tsx'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { OnAgenda } from '../meetings/OnAgenda.tsx'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { Steps } from '../ui/Steps.tsx'
import { useWords } from '../words/words.tsx'
import { Fragment, useState } from 'react'
import { AmendDialog } from './AmendDialog.tsx'
import { Concerns } from './Concerns.tsx'
import { EndDialog } from './EndDialog.tsx'
import { NextForMe } from './NextForMe.tsx'
import { Objections } from './Objections.tsx'
import type { Proposal } from './page-data.ts'
import { stepsOf } from './proposal-steps.ts'
import { ProposalWords } from './ProposalWords.tsx'
import { Questions } from './Questions.tsx'
import { Reactions } from './Reactions.tsx'
import { Round } from './Round.tsx'
import { PutAway } from './PutAway.tsx'
import { ProposalStory } from './ProposalStory.tsx'
import './proposals.css'

const TONES: Readonly<Record<Proposal['state'], StateTone>> = {
  open: 'neutral',
  'in-round': 'waiting',
  adopted: 'good',
  contested: 'attention',
  withdrawn: 'ended',
  tabled: 'ended',
  escalated: 'waiting',
  'to-helping-circle': 'waiting',
}

/** One proposal, led through its steps. */
export function ProposalPage({ id }: PageProps) {
  const live = useLive('proposal', 'show', { proposal: id })
  return <Asked live={live}>{(proposal) => <InCircle proposal={proposal} />}</Asked>
}

function InCircle({ proposal }: { readonly proposal: Proposal }) {
  const live = useLive('circle', 'show', { circle: proposal.circle })
  return (
    <Asked live={live}>
      {(circle) => (
        <Shown
          proposal={proposal}
          me={circle.me ?? ''}
          circle={circle.name}
          aim={circle.aim}
          members={circle.members}
        />
      )}
    </Asked>
  )
}

type ShownProps = {
  readonly proposal: Proposal
  readonly me: string
  readonly circle: string
  readonly aim: string
  readonly members: Circle['members']
}

function Shown({ proposal, me, circle, aim, members }: ShownProps) {
  const { t } = useWords()
  const [dialog, setDialog] = useState<'amend' | 'end' | null>(null)
  const isOver = proposal.state === 'withdrawn'
  const close = () => setDialog(null)
  const hadRound = proposal.rounds.length > 0
  const talk = (
    <Fragment key="talk">
      {!isOver && <IntoMeeting proposal={proposal} />}
      <Questions proposal={proposal} me={me} />
      <Reactions proposal={proposal} me={me} />
    </Fragment>
  )
  const decision = (
    <Fragment key="decision">
      <Round proposal={proposal} me={me} />
      <Objections proposal={proposal} me={me} onAmend={() => setDialog('amend')} />
    </Fragment>
  )
  return (
    <Page
      title={proposal.title}
      lead={t('proposals.aim', { circle, aim })}
      back={{ href: `#/circles/${proposal.circle}`, label: circle }}
      actions={
        <>
          <StateBadge tone={TONES[proposal.state]}>{t(`proposals.state.${proposal.state}`)}</StateBadge>
          {!isOver && (
            <Menu label={t('proposals.more')}>
              <MenuItem onAction={() => setDialog('amend')}>{t('proposals.amend')}</MenuItem>
              <MenuItem onAction={() => setDialog('end')}>{t('proposals.end')}</MenuItem>
            </Menu>
          )}
        </>
      }
    >
      <CircleMarks circle={proposal.circle} />
      <Steps label={t('proposals.steps')} steps={stepsOf(proposal, t)} />
      {proposal.ended === undefined ? (
        <NextForMe proposal={proposal} me={me} onAmend={() => setDialog('amend')} />
      ) : (
        <PutAway proposal={proposal} me={me} />
      )}
      <ProposalWords proposal={proposal} />
      {/* What comes first on the way comes first on the page; once a round was opened, it is what people look for. */}
      {hadRound ? [decision, talk] : [talk, decision]}
      <StepsFrom circle={proposal.circle} from={{ kind: 'proposal', id: proposal.proposal }} people={members} />
      <Concerns
        circle={proposal.circle}
        about={proposal.proposal}
        asOf={proposal.asOf}
        concerns={proposal.concerns}
        names={proposal.names}
      />
      <ProposalStory circle={proposal.circle} story={proposal.story} />
      <AmendDialog proposal={proposal} isOpen={dialog === 'amend'} onOpen={() => setDialog('amend')} onClose={close} />
      <EndDialog proposal={proposal} isOpen={dialog === 'end'} onOpen={() => setDialog('end')} onClose={close} />
    </Page>
  )
}

function IntoMeeting({ proposal: { circle, proposal, title, onAgenda } }: { readonly proposal: Proposal }) {
  return <OnAgenda circle={circle} about={{ kind: 'proposal', id: proposal }} title={title} places={onAgenda ?? []} />
}
