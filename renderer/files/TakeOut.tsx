import { Download, Printer } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Client } from '../../src/api/client.ts'
import { saveText } from '../agreements/save-text.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Underway } from '../shell/Underway.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Select } from '../ui/Select.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'

type Form = Parameters<Client['exports']['write']>[0]['form']
const TABLES = ['members', 'roles', 'agreements', 'backlog'] as const

/** Each file is made when it is asked for, and handed over by the browser: nothing is written anywhere else. */
export function TakeOut({ circle }: { readonly circle: string }) {
  const { t, language } = useWords()
  const write = useCommand('exports', 'write')
  const [details, setDetails] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const notRead = useLive('member', 'list', { circle, blocked: true }).data?.items ?? []
  const [withBlocked, setWithBlocked] = useState(false)
  const take = async (form: Form, more: { meeting?: string; details?: boolean } = {}) => {
    setSaved(null)
    const made = await write.run({ circle, form, language, ...(withBlocked && { withBlocked }), ...more })
    if (made === undefined) return
    saveText(made.name, made.text)
    setSaved(made.name)
  }
  return (
    <section aria-labelledby="take-out" className="files-part">
      <h2 id="take-out">{t('files.out')}</h2>
      <p>{t('files.out.lead')}</p>
      {notRead.length > 0 && (
        <Checkbox label={t('files.withBlocked')} isSelected={withBlocked} onChange={setWithBlocked} />
      )}
      <ul className="files-list">
        <Row title={t('files.logbook')} more={t('files.logbook.more')}>
          <LinkButton href={`#/circles/${circle}/logbook/document`} icon={<Printer aria-hidden />} size="small">
            {t('files.print')}
          </LinkButton>
          <Take form="logbook.md" title={t('files.logbook')} onTake={take} />
          <Take form="logbook.html" title={t('files.logbook')} onTake={take} />
        </Row>
        <Minutes circle={circle} onTake={take} />
        <Row title={t('files.calendar')} more={t('files.calendar.more')}>
          <Checkbox label={t('files.calendar.details')} isSelected={details} onChange={setDetails} />
          <Take form="calendar.ics" title={t('files.calendar')} onTake={() => take('calendar.ics', { details })} />
        </Row>
        {TABLES.map((table) => (
          <Row key={table} title={t(`files.${table}`)} more={t(`files.${table}.more`)}>
            <Take form={`${table}.csv`} title={t(`files.${table}`)} onTake={take} />
            <Take form={`${table}.json`} title={t(`files.${table}`)} onTake={take} />
          </Row>
        ))}
      </ul>
      <Refused of={write} />
      <Underway of={write} label={t('files.writing')} />
      {saved !== null && <Notice tone="good">{t('files.saved', { name: saved })}</Notice>}
    </section>
  )
}

function Row({
  title,
  more,
  children,
}: {
  readonly title: string
  readonly more?: string
  readonly children: ReactNode
}) {
  return (
    <li className="files-row">
      <div>
        <h3>{title}</h3>
        {more !== undefined && <p className="files-more">{more}</p>}
      </div>
      <div className="files-actions">{children}</div>
    </li>
  )
}

function Take({
  form,
  title,
  onTake,
}: {
  readonly form: Form
  readonly title: string
  readonly onTake: (form: Form) => Promise<void>
}) {
  const { t } = useWords()
  const kind = form.split('.')[1] as 'md' | 'html' | 'ics' | 'csv' | 'json'
  const written = t(`files.as.${kind}`)
  return (
    <Button
      size="small"
      icon={<Download aria-hidden />}
      aria-label={t('files.take', { what: title, form: written })}
      onPress={() => void onTake(form)}
    >
      {written}
    </Button>
  )
}

type MinutesProps = {
  readonly circle: string
  readonly onTake: (form: Form, more: { meeting: string }) => Promise<void>
}

/** Of any meeting that has begun; nothing where none has. */
function Minutes({ circle, onTake }: MinutesProps) {
  const { t, time, direction } = useWords()
  const meetings = useLive('meeting', 'list', { circle }).data?.items ?? []
  const held = meetings
    .filter(({ state }) => state === 'running' || state === 'ended')
    .toSorted((a, b) => b.starts - a.starts)
  const [chosen, setChosen] = useState<string | null>(null)
  const meeting = chosen ?? held[0]?.meeting
  if (meeting === undefined) return null
  const items = held.map((one) => ({
    id: one.meeting,
    label: `${isolated(one.title, direction)} · ${time(one.starts)}`,
  }))
  return (
    <Row title={t('files.minutes')} more={t('files.minutes.more')}>
      <Select label={t('files.minutes.of')} items={items} value={meeting} onChange={setChosen} />
      <LinkButton href={`#/meetings/${meeting}/minutes`} icon={<Printer aria-hidden />} size="small">
        {t('files.print')}
      </LinkButton>
      <Take form="minutes.md" title={t('files.minutes')} onTake={async (form) => onTake(form, { meeting })} />
      <Take form="minutes.html" title={t('files.minutes')} onTake={async (form) => onTake(form, { meeting })} />
    </Row>
  )
}
