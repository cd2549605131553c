import type { Client } from '../../src/api/client.ts'
import { useLive } from '../node/use-live.ts'
import { CircleMarks } from '../circles/CircleMarks.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { useWords } from '../words/words.tsx'
import { Inviting } from './Inviting.tsx'
import './joining.css'

type Circle = Awaited<ReturnType<Client['circle']['show']>>

/** The inviter's screen: the invite to be scanned or sent, and whoever takes it up. */
export function Invite({ id }: PageProps) {
  const live = useLive('circle', 'show', { circle: id })
  return <Asked live={live}>{(circle) => <Shown circle={circle} />}</Asked>
}

function Shown({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  return (
    <Page
      title={t('joining.invite')}
      lead={t('joining.invite.lead')}
      back={{ href: `#/circles/${circle.circle}`, label: circle.name }}
    >
      <CircleMarks circle={circle.circle} />
      {circle.practice ? <ForPractice /> : <Inviting circle={circle} />}
    </Page>
  )
}

/** What is played is never taken for real: nobody but the companions comes in. */
function ForPractice() {
  const { refusal, t } = useWords()
  return (
    <Notice tone="info" action={<LinkButton href="#/circles/new">{t('practice.toCircle')}</LinkButton>}>
      {refusal({ code: 'practice-circle' })}
    </Notice>
  )
}
