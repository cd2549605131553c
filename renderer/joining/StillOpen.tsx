import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'
import './joining.css'

type StillOpenProps = {
  readonly circle: string
  /** The id of the one that this page shows already. */
  readonly shown: string | null
}

/** Earlier invites that somebody could still come in with: whoever made them can take them back later too. */
export function StillOpen({ circle, shown }: StillOpenProps) {
  const { t, time } = useWords()
  const toast = useToast()
  const revoke = useCommand('invite', 'revoke')
  const open = (useLive('invite', 'open', { circle }).data ?? []).filter(({ invite }) => invite !== shown)
  const takeBack = async (invite: string) => {
    if ((await revoke.run({ circle, invite })) !== undefined) toast.show({ text: t('joining.invite.revoked') })
  }
  if (open.length === 0) return null
  return (
    <section aria-labelledby="still-open" className="joining-asking">
      <h2 id="still-open">{t('joining.invite.openOnes')}</h2>
      <Refused of={revoke} />
      {open.map(({ invite, expires }) => (
        <Card key={invite} className="joining-open">
          <span>{t('joining.invite.openOne', { date: time(expires) })}</span>
          <Button variant="plain" isPending={revoke.isPending} onPress={() => void takeBack(invite)}>
            {t('joining.invite.revoke')}
          </Button>
        </Card>
      ))}
    </section>
  )
}
