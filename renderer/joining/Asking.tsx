import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { WriteAnswer } from '../stick/ByHand.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { CodeWords } from './CodeWords.tsx'

type Request = Awaited<ReturnType<Client['invite']['list']>>['items'][number]

/** Everyone who took up an invite of this person, with the words to compare. */
export function Asking({ circle }: { readonly circle: string }) {
  const { t } = useWords()
  const requests = useLive('invite', 'list', { circle }).data?.items ?? []
  // Whoever waits comes first.
  const sorted = requests.toSorted((a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting'))
  return (
    <section aria-labelledby="asking" className="joining-asking" aria-live="polite">
      <h2 id="asking">{t('joining.invite.waiting')}</h2>
      {sorted.length === 0 && <p>{t('joining.invite.nobody')}</p>}
      {sorted.map((request) =>
        request.state === 'waiting' ? (
          <Waiting key={request.request} circle={circle} request={request} />
        ) : (
          <Card key={request.request} className="joining-past">
            <PersonChip name={request.name} />
            <StateBadge tone={request.state === 'confirmed' ? 'good' : 'ended'}>
              {t(`joining.invite.state.${request.state}`)}
            </StateBadge>
            {request.state === 'confirmed' && (
              <WriteAnswer circle={circle} request={request.request} name={request.name} />
            )}
          </Card>
        ),
      )}
    </section>
  )
}

function Waiting({ circle, request }: { readonly circle: string; readonly request: Request }) {
  const { t } = useWords()
  const another = request.deviceOf ?? null
  const [differs, setDiffers] = useState(false)
  const confirm = useCommand('invite', 'confirm')
  return (
    <Card tone="attention" className="joining-request">
      <PersonChip name={another ?? request.name} note={t('joining.invite.state.waiting')} />
      {another !== null && <p>{t('devices.invite.another', { name: another })}</p>}
      <p>{t('joining.invite.compare')}</p>
      <CodeWords code={request.code} />
      <Refused of={confirm} />
      {differs && <Notice tone="error">{t('joining.invite.differentHelp')}</Notice>}
      <div className="joining-buttons">
        {!differs && (
          <Button
            variant="primary"
            isPending={confirm.isPending}
            onPress={() => void confirm.run({ circle, request: request.request })}
          >
            {another === null
              ? t('joining.invite.same', { name: request.name })
              : t('devices.invite.same', { name: another })}
          </Button>
        )}
        <Button variant="plain" onPress={() => setDiffers(true)}>
          {t('joining.invite.different')}
        </Button>
      </div>
    </Card>
  )
}
