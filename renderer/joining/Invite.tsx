import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { PracticeMark } from '../practice/PracticeMark.tsx'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useDone } from '../shell/use-done.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'
import { Asking } from './Asking.tsx'
import './joining.css'

type Made = Awaited<ReturnType<Client['invite']['create']>>
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
      <PracticeMark circle={circle.circle} />
      {circle.practice ? <ForPractice /> : <ForPeople circle={circle} />}
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

function ForPeople({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const [made, setMade] = useState<Made | null>(null)
  const create = useCommand('invite', 'create')
  const done = useDone()
  const make = async () => {
    const fresh = await create.run({ circle: circle.circle })
    if (fresh === undefined) return
    setMade(fresh)
    const takeBack = async (node: Client) => {
      await node.invite.revoke({ circle: circle.circle, invite: fresh.invite })
      setMade((now) => (now === fresh ? null : now))
    }
    const words = { text: t('joining.invite.ready'), label: t('joining.invite.revoke') }
    done({ ...words, takeBack, takenBack: t('joining.invite.revoked') })
  }
  return (
    <>
      <p className="joining-note">{t('joining.invite.keys')}</p>
      {circle.state === 'active' && <Notice tone="info">{t('joining.invite.guest')}</Notice>}
      <Refused of={create} />
      {made !== null && <TheInvite made={made} circle={circle.circle} onRevoked={() => setMade(null)} />}
      <div className="joining-buttons">
        <Button variant={made === null ? 'primary' : 'quiet'} isPending={create.isPending} onPress={() => void make()}>
          {t(made === null ? 'joining.invite.make' : 'joining.invite.another')}
        </Button>
      </div>
      <Asking circle={circle.circle} />
    </>
  )
}

type InviteProps = { readonly made: Made; readonly circle: string; readonly onRevoked: () => void }

function TheInvite({ made, circle, onRevoked }: InviteProps) {
  const { t, time } = useWords()
  const toast = useToast()
  const revoke = useCommand('invite', 'revoke')
  const takeBack = async () => {
    const done = await revoke.run({ circle, invite: made.invite })
    if (done === undefined) return
    toast.show({ text: t('joining.invite.revoked') })
    onRevoked()
  }
  const copy = async () => {
    await navigator.clipboard.writeText(made.invite)
    toast.show({ text: t('joining.invite.copied') })
  }
  const isUnreachable = made.addresses?.length === 0
  return (
    <Card tone="calm" className="joining-invite">
      {isUnreachable && (
        <Notice tone="warning" action={<LinkButton href="#/in-step">{t('joining.invite.reach')}</LinkButton>}>
          {t('joining.invite.unreachable')}
        </Notice>
      )}
      <QrCode text={made.invite} label={t('joining.invite.qr')} />
      <p>{t('joining.invite.once', { date: time(made.expires) })}</p>
      <TextField label={t('joining.invite.text')} value={made.invite} onChange={() => undefined} isReadOnly />
      <Refused of={revoke} />
      <div className="joining-buttons">
        <Button onPress={() => void copy()}>{t('joining.invite.copy')}</Button>
        <Button variant="plain" isPending={revoke.isPending} onPress={() => void takeBack()}>
          {t('joining.invite.revoke')}
        </Button>
      </div>
    </Card>
  )
}
