import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Underway } from '../shell/Underway.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Select } from '../ui/Select.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useWords } from '../words/words.tsx'
import { FolderChoice, folderOf, NOWHERE } from './FolderChoice.tsx'
import './stick.css'

type Done = Awaited<ReturnType<Client['stick']['sync']>>
type Kept = Awaited<ReturnType<Client['stick']['list']>>['kept'][number]

const ALL = 'all'

/** For people who never share a network: read what others left on a stick, and leave what is new for them. */
export function StickPage(_props: PageProps) {
  const { t } = useWords()
  const [done, setDone] = useState<Done>()
  const kept = useLive('stick', 'list', {}).data?.kept ?? []
  return (
    <Page title={t('stick.title')} lead={t('stick.lead')} back={{ href: '#/in-step', label: t('people.inStep') }}>
      <Exchange onDone={setDone} />
      <div aria-live="polite">{done !== undefined && <WhatCame done={done} />}</div>
      {kept.length > 0 && (
        <section aria-labelledby="kept" className="stick-kept">
          <h2 id="kept">{t('stick.kept')}</h2>
          {kept.map((one) => (
            <KeptFolder key={one.folder} kept={one} />
          ))}
        </section>
      )}
      <p className="stick-note">{t('stick.safe')}</p>
    </Page>
  )
}

function Exchange({ onDone }: { readonly onDone: (done: Done | undefined) => void }) {
  const { t } = useWords()
  const circles = (useLive('circle', 'list', {}).data ?? []).filter(({ practice }) => !practice)
  const [place, setPlace] = useState(NOWHERE)
  const [circle, setCircle] = useState(ALL)
  const [keep, setKeep] = useState(false)
  const sync = useCommand('stick', 'sync')
  const folder = folderOf(place)
  const exchange = async () => {
    onDone(undefined)
    onDone(await sync.run({ folder, keep, ...(circle === ALL ? {} : { circles: [circle] }) }))
  }
  return (
    <Form className="stick-form" onSend={exchange}>
      <FolderChoice value={place} onChange={setPlace} />
      {circles.length > 1 && (
        <Select
          label={t('stick.circles')}
          value={circle}
          onChange={setCircle}
          items={[
            { id: ALL, label: t('stick.circles.all') },
            ...circles.map(({ circle: id, name }) => ({ id, label: name })),
          ]}
        />
      )}
      <Checkbox label={t('stick.keep')} isSelected={keep} onChange={setKeep} />
      <Underway of={sync} label={t('stick.working')} />
      <Refused of={sync} />
      <Button type="submit" variant="primary" isPending={sync.isPending} isDisabled={folder === ''}>
        {t('stick.exchange')}
      </Button>
    </Form>
  )
}

function WhatCame({ done }: { readonly done: Done }) {
  const { t } = useWords()
  return (
    <Notice tone="good" title={t('stick.done')}>
      <ul className="stick-came">
        {done.circles.map(({ circle, name, read, wrote, apart }) => (
          <li key={circle}>
            <a href={`#/circles/${circle}`} dir="auto">
              {name}
            </a>
            {': '}
            {t('stick.read', { count: read })} {t(wrote === 0 ? 'stick.wrote.none' : 'stick.wrote')}{' '}
            {apart && t('stick.apart')}
          </li>
        ))}
      </ul>
      {done.damaged > 0 && <p>{t('stick.damaged', { count: done.damaged })}</p>}
      {done.told > 0 && <p>{t('stick.told', { count: done.told })}</p>}
      {done.newer > 0 && <p>{t('stick.newer', { count: done.newer })}</p>}
    </Notice>
  )
}

function KeptFolder({ kept: { folder, there, lastAt, problem } }: { readonly kept: Kept }) {
  const { t, time, refusal } = useWords()
  const forget = useCommand('stick', 'forget')
  return (
    <Card className="stick-folder">
      <bdi className="stick-path">{folder}</bdi>
      <StateBadge tone={problem !== null ? 'attention' : there ? 'good' : 'neutral'}>
        {t(there ? 'stick.there' : 'stick.notThere')}
      </StateBadge>
      {lastAt !== null && <p>{t('stick.last', { time: time(lastAt) })}</p>}
      {problem !== null && there && <Notice tone="warning">{refusal({ code: problem as never })}</Notice>}
      <Refused of={forget} />
      <Button variant="plain" isPending={forget.isPending} onPress={() => void forget.run({ folder })}>
        {t('stick.forget')}
      </Button>
    </Card>
  )
}
