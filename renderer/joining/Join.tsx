import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useRunningMeeting } from '../meetings/running.ts'
import { useLive } from '../node/use-live.ts'
import { WhoFinds, type ReachId } from '../people/WhoFinds.tsx'
import type { PageProps } from '../routes.tsx'
import { Coming } from '../shell/Coming.tsx'
import { Refused } from '../shell/Refused.tsx'
import { CarryRequest } from '../stick/ByHand.tsx'
import { useDone } from '../shell/use-done.ts'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { StateBadge, type StateTone } from '../ui/StateBadge.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'
import { CodeWords } from './CodeWords.tsx'
import './joining.css'

const Scanner = lazy(async () => ({ default: (await import('./Scanner.tsx')).Scanner }))

type Request = Awaited<ReturnType<Client['join']['list']>>[number]

const TONES: Readonly<Record<Request['state'], StateTone>> = {
  waiting: 'waiting',
  joined: 'good',
  cancelled: 'ended',
  refused: 'attention',
}

/** The newcomer's screen: take up an invite, read out the words, wait as long as it takes. */
export function Join({ id }: PageProps) {
  const { t } = useWords()
  // A link that was opened brings its invite along; the person still asks with it themselves.
  const [text, setText] = useState(id)
  const [isScanning, setScanning] = useState(false)
  const [reach, setReach] = useState<ReachId>('nobody')
  const find = useCommand('network', 'findOthers')
  const join = useCommand('join', 'request')
  const known = useLive('join', 'list', {}).data
  const requests = known ?? []
  const offer = useOffer(known)
  const ask = async (invite: string) => {
    setScanning(false)
    const sent = await join.run({ invite, reach })
    if (sent === undefined) return
    // The program may have started before there was anything to be found for.
    if (reach !== 'nobody') await find.run({ lan: false })
    setText('')
    if (sent.state === 'waiting') offer(sent.request)
  }
  return (
    <Page title={t('joining.join')} lead={t('joining.join.lead')}>
      <Form className="joining-form" onSend={() => ask(text)}>
        {isScanning ? (
          <Suspense fallback={null}>
            <Scanner onFound={(found) => void ask(found)} />
          </Suspense>
        ) : (
          <TextArea label={t('joining.join.text')} value={text} onChange={setText} rows={3} />
        )}
        <WhoFinds value={reach} onChange={setReach} />
        <Refused of={join} />
        <Refused of={find} />
        <div className="joining-buttons">
          {!isScanning && (
            <Button type="submit" variant="primary" isPending={join.isPending} isDisabled={text.trim() === ''}>
              {t('joining.join.ask')}
            </Button>
          )}
          <Button onPress={() => setScanning(!isScanning)}>
            {t(isScanning ? 'joining.join.stopScan' : 'joining.join.scan')}
          </Button>
        </div>
      </Form>
      {requests.length > 0 && (
        <section aria-labelledby="requests" className="joining-asking" aria-live="polite">
          <h2 id="requests">{t('joining.join.requests')}</h2>
          {requests.toReversed().map((request) => (
            <Waiting key={request.request} request={request} />
          ))}
        </section>
      )}
    </Page>
  )
}

/** Offers to take a request back, as long as it waits: let in, or told no, there is nothing to take back any more. */
function useOffer(known: readonly Request[] | undefined): (request: string) => void {
  const { t } = useWords()
  const done = useDone()
  const asked = useRef({ request: '', forget: () => {} })
  useEffect(() => {
    const mine = known?.find(({ request }) => request === asked.current.request)
    if (mine !== undefined && mine.state !== 'waiting') asked.current.forget()
  }, [known])
  return (request) => {
    const forget = done({
      text: t('joining.join.asked'),
      label: t('joining.join.cancel'),
      takeBack: (node) => node.join.cancel({ request }),
      takenBack: t('joining.join.takenBack'),
    })
    asked.current = { request, forget }
  }
}

function Waiting({ request }: { readonly request: Request }) {
  const { t, refusal } = useWords()
  const cancel = useCommand('join', 'cancel')
  const isWaiting = request.state === 'waiting'
  return (
    <Card tone={isWaiting ? 'attention' : 'plain'} className="joining-request">
      <StateBadge tone={TONES[request.state]}>{t(`joining.join.state.${request.state}`)}</StateBadge>
      {isWaiting && request.copy !== null && (
        <>
          <p>{t('joining.join.letIn')}</p>
          <Coming copy={request.copy} />
          <p className="joining-note">{t('joining.join.letIn.wait')}</p>
        </>
      )}
      {isWaiting && request.copy === null && (
        <>
          <p>{t('joining.join.words')}</p>
          <CodeWords code={request.code} />
          <p className="joining-note">{t('joining.join.wait')}</p>
          {request.misunderstood && (
            <Notice tone="warning">{refusal({ code: `${request.misunderstood.theirs}-program` })}</Notice>
          )}
          {request.needsNetwork === true && <Further request={request.request} how="inNetwork" />}
          {request.needsInternet === true && <Further request={request.request} how="overInternet" />}
        </>
      )}
      {isWaiting && (
        <>
          <CarryRequest request={request.request} isLetIn={request.copy !== null} />
          {request.copy !== null && <p className="joining-note">{t('joining.join.letIn.go')}</p>}
          <Refused of={cancel} />
          <Button
            variant="plain"
            isPending={cancel.isPending}
            onPress={() => void cancel.run({ request: request.request })}
          >
            {t('joining.join.cancel')}
          </Button>
        </>
      )}
      {request.state === 'joined' && request.isBack === true && <p>{t('devices.join.back')}</p>}
      {request.state === 'joined' && <GoIn circle={request.circle} />}
      {request.refusal !== null && request.refusal !== undefined && (
        <Notice tone="warning">{refusal({ code: request.refusal as never })}</Notice>
      )}
    </Card>
  )
}

/** Where the others are: in a meeting that goes on, or else in the circle. */
function GoIn({ circle }: { readonly circle: string }) {
  const { t } = useWords()
  const meeting = useRunningMeeting(circle)
  return (
    <>
      {meeting !== null && (
        <LinkButton variant="primary" href={meeting.path}>
          {t('meetings.goingOn.go')}
        </LinkButton>
      )}
      <LinkButton variant={meeting === null ? 'primary' : 'quiet'} href={`#/circles/${circle}`}>
        {t('joining.join.go')}
      </LinkButton>
    </>
  )
}

const FURTHER = {
  inNetwork: { says: 'joining.join.near', go: 'joining.join.goNear' },
  overInternet: { says: 'joining.join.abroad', go: 'joining.join.goAbroad' },
} as const

/** Said before this device is seen there. */
function Further({ request, how }: { readonly request: string; readonly how: keyof typeof FURTHER }) {
  const { t } = useWords()
  const go = useCommand('join', how)
  return (
    <>
      <p>{t(FURTHER[how].says)}</p>
      <Refused of={go} />
      <Button isPending={go.isPending} onPress={() => void go.run({ request })}>
        {t(FURTHER[how].go)}
      </Button>
    </>
  )
}
