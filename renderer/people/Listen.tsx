import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'

const HERE_ONLY = '127.0.0.1'

/** Opens a door for people in the same network, and says where it is. */
export function Listen() {
  const { t } = useWords()
  const info = useLive('network', 'info', {}).data
  const [chosen, setChosen] = useState<string | null>(null)
  const listen = useCommand('network', 'listen')
  const hosts = info?.hosts ?? []
  const host = chosen ?? hosts[0] ?? HERE_ONLY
  const address = info?.address ?? null
  return (
    <Card as="section" aria-labelledby="listen" className="people-more">
      <h2 id="listen">{t('people.listen.title')}</h2>
      {address === null ? (
        <>
          <p>{t('people.listen.lead')}</p>
          <Select
            label={t('people.listen.where')}
            value={host}
            onChange={setChosen}
            items={[...hosts.map((id) => ({ id, label: id })), { id: HERE_ONLY, label: t('people.listen.here') }]}
          />
          <Refused of={listen} />
          <Button onPress={() => void listen.run({ listen: `${host}:0` })}>{t('people.listen.start')}</Button>
        </>
      ) : (
        <Address address={address} />
      )}
    </Card>
  )
}

function Address({ address }: { readonly address: string }) {
  const { t } = useWords()
  const toast = useToast()
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    toast.show({ text: t('people.listen.copied') })
  }
  return (
    <>
      <p>{t('people.listen.on')}</p>
      <TextField label={t('people.listen.address')} value={address} onChange={() => undefined} isReadOnly />
      <Button onPress={() => void copy()}>{t('people.listen.copy')}</Button>
      <Disclosure title={t('people.listen.show')}>
        <QrCode text={address} label={t('people.listen.qr')} />
      </Disclosure>
    </>
  )
}
