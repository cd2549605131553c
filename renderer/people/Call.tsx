import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'

const Scanner = lazy(async () => ({ default: (await import('../joining/Scanner.tsx')).Scanner }))

/** Calls somebody whose address one has, typed or scanned. */
export function Call() {
  const { t } = useWords()
  const [address, setAddress] = useState('')
  const [isScanning, setScanning] = useState(false)
  const [connected, setConnected] = useState<boolean | null>(null)
  const call = useCommand('network', 'connect')
  const send = async () => {
    setConnected(null)
    const done = await call.run({ address: address.trim() })
    if (done === undefined) return
    setConnected(done.connected)
    if (done.connected) setAddress('')
  }
  const take = (text: string) => {
    setAddress(text)
    setScanning(false)
  }
  return (
    <Card as="section" aria-labelledby="call">
      <Form className="people-more" onSend={send}>
        <h2 id="call">{t('people.call.title')}</h2>
        <p>{t('people.call.lead')}</p>
        <TextField label={t('people.call.address')} value={address} onChange={setAddress} />
        <Refused of={call} />
        {connected !== null && (
          <Notice tone={connected ? 'good' : 'warning'}>
            {t(connected ? 'people.call.done' : 'people.call.gone')}
          </Notice>
        )}
        <div className="people-buttons">
          <Button type="submit" isPending={call.isPending} isDisabled={address.trim() === ''}>
            {t('people.call.send')}
          </Button>
          {call.isPending && <Button onPress={call.stop}>{t('doctor.stop')}</Button>}
          <Button variant="plain" onPress={() => setScanning(true)}>
            {t('people.call.scan')}
          </Button>
        </div>
      </Form>
      <Dialog title={t('people.call.scan')} isOpen={isScanning} onClose={() => setScanning(false)}>
        <Suspense fallback={<Loading label={t('shell.loading')} />}>
          <Scanner onFound={take} />
        </Suspense>
      </Dialog>
    </Card>
  )
}
