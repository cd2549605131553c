import { useEffect, useRef, useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { ReadRequest } from '../stick/ByHand.tsx'
import { useDone } from '../shell/use-done.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'
import { Asking } from './Asking.tsx'
import { StillOpen } from './StillOpen.tsx'
import './joining.css'

type Made = Awaited<ReturnType<Client['invite']['create']>>
type Circle = Awaited<ReturnType<Client['circle']['show']>>

/** Where this machine is in no network. */
const HERE_ONLY = '127.0.0.1'

/** An invite to be scanned or sent, and whoever takes it up. */
export function Inviting({ circle }: { readonly circle: Circle }) {
  const { t } = useWords()
  const [made, setMade] = useState<Made | null>(null)
  const create = useCommand('invite', 'create')
  const done = useDone()
  const forget = useRef(() => {})
  const requests = useLive('invite', 'list', { circle: circle.circle }).data?.items ?? []
  const isUsed = requests.some(({ invite, state }) => invite === made?.id && state === 'confirmed')
  const open = isUsed ? null : made
  // Whoever came in with it came in: there is nothing to take back any more.
  useEffect(() => {
    if (isUsed) forget.current()
  }, [isUsed])
  const make = async () => {
    const fresh = await create.run({ circle: circle.circle })
    if (fresh === undefined) return
    setMade(fresh)
    const takeBack = async (node: Client) => {
      await node.invite.revoke({ circle: circle.circle, invite: fresh.invite })
      setMade((now) => (now === fresh ? null : now))
    }
    const words = { text: t('joining.invite.ready'), label: t('joining.invite.revoke') }
    forget.current = done({ ...words, takeBack, takenBack: t('joining.invite.revoked') })
  }
  return (
    <div className="joining-inviting">
      <p className="joining-note">{t('joining.invite.keys')}</p>
      {circle.state === 'active' && <Notice tone="info">{t('joining.invite.guest')}</Notice>}
      <Refused of={create} />
      {open !== null && <TheInvite made={open} circle={circle.circle} onRevoked={() => setMade(null)} onAgain={make} />}
      <div className="joining-buttons">
        <Button variant={open === null ? 'primary' : 'quiet'} isPending={create.isPending} onPress={() => void make()}>
          {t(made === null ? 'joining.invite.make' : 'joining.invite.another')}
        </Button>
      </div>
      <StillOpen circle={circle.circle} shown={open?.id ?? null} />
      <ReadRequest />
      <Asking circle={circle.circle} />
    </div>
  )
}

type InviteProps = {
  readonly made: Made
  readonly circle: string
  readonly onRevoked: () => void
  readonly onAgain: () => Promise<void>
}

function TheInvite({ made, circle, onRevoked, onAgain }: InviteProps) {
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
      {isUnreachable && <Unreachable made={made} circle={circle} onAgain={onAgain} />}
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

/** Whoever has this invite could not call this device: one press opens it to those in the same network. */
function Unreachable({ made, circle, onAgain }: Omit<InviteProps, 'onRevoked'>) {
  const { t } = useWords()
  const hosts = useLive('network', 'info', {}).data?.hosts ?? []
  const listen = useCommand('network', 'listen')
  const revoke = useCommand('invite', 'revoke')
  const open = async () => {
    if ((await listen.run({ listen: `${hosts[0] ?? HERE_ONLY}:0` })) === undefined) return
    await revoke.run({ circle, invite: made.invite })
    await onAgain()
  }
  return (
    <Notice
      tone="warning"
      action={
        <>
          <Button variant="primary" isPending={listen.isPending} onPress={() => void open()}>
            {t('joining.invite.open')}
          </Button>
          <LinkButton variant="plain" href="#/in-step">
            {t('joining.invite.reach')}
          </LinkButton>
        </>
      }
    >
      {t('joining.invite.unreachable')}
      <Refused of={listen} />
    </Notice>
  )
}
