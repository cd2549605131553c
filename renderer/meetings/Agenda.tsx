import { ArrowDown, ArrowUp, Pencil, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords, type Words } from '../words/words.tsx'
import { isMinutes, KINDS, pathOf, type AgendaItem, type Meeting } from './meeting-data.ts'
import { RewordItem } from './RewordItem.tsx'

/** What there is to talk about, in order; anybody adds, moves and takes off. */
export function Agenda({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const { agenda, left, state } = meeting
  return (
    <section className="meeting-part" aria-labelledby="agenda">
      <h2 id="agenda">{t('meetings.agenda')}</h2>
      {agenda.length === 0 && <p>{t('meetings.agenda.none')}</p>}
      {agenda.length > 0 && (
        <ol className="meeting-items" aria-label={t('meetings.agenda')}>
          {agenda.map((item, index) => (
            <Row
              key={item.item}
              meeting={meeting}
              item={item}
              above={agenda[index - 2]?.item ?? null}
              isFirst={index === 0}
              below={agenda[index + 1]?.item ?? null}
            />
          ))}
        </ol>
      )}
      {left.length > 0 && <Left meeting={meeting} />}
      {state !== 'cancelled' && state !== 'ended' && (
        <Disclosure title={t('meetings.item.new')} isOpenAtFirst={agenda.length === 0}>
          <AddItem meeting={meeting} />
        </Disclosure>
      )}
    </section>
  )
}

type RowProps = {
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly above: string | null
  readonly below: string | null
  readonly isFirst: boolean
}

function Row({ meeting, item, above, below, isFirst }: RowProps) {
  const { t, direction } = useWords()
  const place = useCommand('agenda', 'place')
  const remove = useCommand('agenda', 'remove')
  const [isRewording, setRewording] = useState(false)
  const { asOf, point, state } = meeting
  const title = isolated(item.title, direction)
  const notes = aboutItem(item, t)
  return (
    <li className="meeting-item" aria-current={state === 'running' && point.item === item.item ? 'step' : undefined}>
      <div className="meeting-what">
        <ItemTitle item={item} circle={meeting.circle} />
        <span className="meeting-soft">{notes.join(' · ')}</span>
        {item.outcomes.map(({ text }) => (
          <span key={text} dir="auto">
            {text}
          </span>
        ))}
        <Refused of={place} />
        <Refused of={remove} />
      </div>
      {state !== 'ended' && (
        <div className="meeting-acts">
          <Button
            variant="plain"
            size="small"
            aria-label={t('backlog.up', { title })}
            icon={<ArrowUp aria-hidden />}
            isDisabled={isFirst}
            onPress={() => void place.run({ item: item.item, under: above, asOf })}
          />
          <Button
            variant="plain"
            size="small"
            aria-label={t('backlog.down', { title })}
            icon={<ArrowDown aria-hidden />}
            isDisabled={below === null}
            onPress={() => void place.run({ item: item.item, under: below, asOf })}
          />
          <Button
            variant="plain"
            size="small"
            aria-label={t('meetings.item.reword', { title })}
            icon={<Pencil aria-hidden />}
            onPress={() => setRewording(true)}
          />
          <Button
            variant="plain"
            size="small"
            aria-label={t('meetings.item.remove', { title })}
            icon={<X aria-hidden />}
            onPress={() => void remove.run({ item: item.item, asOf })}
          />
        </div>
      )}
      {isRewording && <RewordItem item={item} asOf={asOf} onClose={() => setRewording(false)} />}
    </li>
  )
}

/** With a way to what it is about. */
function ItemTitle({ item: { about, title }, circle }: { readonly item: AgendaItem; readonly circle: string }) {
  if (about === null) return <strong dir="auto">{title}</strong>
  return (
    <a href={pathOf(about, circle)}>
      <bdi>{title}</bdi>
    </a>
  )
}

function aboutItem({ kind, minutes, ownerName, others }: AgendaItem, t: Words['t']): string[] {
  return [
    t(`meetings.kind.${kind}`),
    t('backlog.wants', { count: minutes }),
    ...(ownerName === null ? [] : [ownerName]),
    ...(others.length === 0 ? [] : [t('meetings.item.apart')]),
  ]
}

/** What was taken off or goes on between meetings: it can come back. */
function Left({ meeting }: { readonly meeting: Meeting }) {
  const { t, direction } = useWords()
  const place = useCommand('agenda', 'place')
  const last = meeting.agenda.at(-1)?.item ?? null
  return (
    <ul className="meeting-turns" aria-label={t('meetings.item.left')}>
      {meeting.left.map(({ item, title, left }) => (
        <li key={item}>
          <bdi>{title}</bdi> · {t(left === 'handed-back' ? 'meetings.handedBack' : 'meetings.removed')}{' '}
          <Button
            variant="plain"
            size="small"
            aria-label={t('meetings.item.back', { title: isolated(title, direction) })}
            icon={<Undo2 aria-hidden />}
            onPress={() => void place.run({ item, under: last, asOf: meeting.asOf })}
          />
        </li>
      ))}
    </ul>
  )
}

function AddItem({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const add = useCommand('agenda', 'add')
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('explore')
  const [length, setLength] = useState('15')
  const send = async () => {
    const topic = { title, kind, minutes: Number(length) }
    const done = await add.run({ meeting: meeting.meeting, ...topic, asOf: meeting.asOf })
    if (done !== undefined) setTitle('')
  }
  return (
    <div className="meeting-form">
      <TextField label={t('meetings.item.title')} value={title} onChange={setTitle} maxLength={200} />
      <div className="meeting-row">
        <Select
          label={t('meetings.item.kind')}
          value={kind}
          onChange={setKind}
          items={KINDS.map((id) => ({ id, label: t(`meetings.kind.${id}`) }))}
        />
        <TextField label={t('meetings.new.length')} value={length} onChange={setLength} />
      </div>
      <Refused of={add} />
      <Button
        isPending={add.isPending}
        isDisabled={title.trim() === '' || !isMinutes(length)}
        onPress={() => void send()}
      >
        {t('meetings.item.send')}
      </Button>
    </div>
  )
}
