import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'

type Line = Awaited<ReturnType<Client['device']['list']>>['items'][number]
type DevicesProps = { readonly circle: string; readonly me: string | null }

/** With which devices people take part, and which of one's own are gone. */
export function Devices({ circle, me }: DevicesProps) {
  const { t } = useWords()
  const [asked, setAsked] = useState<Line | null>(null)
  const lines = useLive('device', 'list', { circle }).data?.items ?? []
  const [mine, others] = [lines.filter(({ person }) => person === me), lines.filter(({ person }) => person !== me)]
  if (lines.length === 0) return null
  return (
    <Card as="section" aria-labelledby="devices" className="people-more">
      <h2 id="devices">{t('devices.mine')}</h2>
      <p>{t('devices.mine.lead')}</p>
      <List label={t('devices.mine')} lines={mine} onGone={setAsked} />
      {others.length > 0 && (
        <Disclosure title={t('devices.others')}>
          <List label={t('devices.others')} lines={others} />
        </Disclosure>
      )}
      {asked !== null && <Gone circle={circle} line={asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}

type ListProps = {
  readonly label: string
  readonly lines: readonly Line[]
  readonly onGone?: (line: Line) => void
}

function List({ label, lines, onGone }: ListProps) {
  const { t, time } = useWords()
  const people = lines.map((line) => {
    const { device, name, since, letInBy, isThis, gone } = line
    const door = letInBy === null ? t('devices.first') : t('devices.letIn', { name: letInBy, date: time(since) })
    const lent = line.borrowedFrom ?? null
    const how = lent === null ? door : `${t('devices.borrowed', { name: lent })} · ${door}`
    const badge = gone ? (
      <StateBadge tone="ended">{t('devices.gone')}</StateBadge>
    ) : (
      isThis && <StateBadge tone="good">{t('devices.this')}</StateBadge>
    )
    const canGo = onGone !== undefined && !isThis && !gone
    const aside = canGo ? <Button onPress={() => onGone(line)}>{t('devices.revoke')}</Button> : badge
    return { id: device, name, note: how, aside }
  })
  return <PersonList label={label} people={people} />
}

type GoneProps = { readonly circle: string; readonly line: Line; readonly onClose: () => void }

function Gone({ circle, line, onClose }: GoneProps) {
  const { t, time } = useWords()
  const toast = useToast()
  const revoke = useCommand('device', 'revoke')
  const send = async () => {
    const done = await revoke.run({ circle, device: line.device })
    if (done === undefined) return
    toast.show({ text: t('devices.revoked') })
    onClose()
  }
  return (
    <Dialog
      title={t('devices.revoke.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="plain" onPress={onClose}>
            {t('proposals.cancel')}
          </Button>
          <Button variant="danger" isPending={revoke.isPending} onPress={() => void send()}>
            {t('devices.revoke.send')}
          </Button>
        </>
      }
    >
      <p>{t('devices.revoke.what', { date: time(line.since) })}</p>
      <p>{t('devices.revoke.ever')}</p>
      <Refused of={revoke} />
    </Dialog>
  )
}
