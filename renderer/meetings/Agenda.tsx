import { Pencil, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Row, Rows } from '../ui/Rows.tsx'
import { UpDown } from '../ui/UpDown.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords, type Words } from '../words/words.tsx'
import { pathOf, type AgendaItem, type Meeting } from './meeting-data.ts'
import { RewordItem } from './RewordItem.tsx'
import { TopicFields, useTopic } from './TopicFields.tsx'

/** What there is to talk about, in order; anybody adds, moves and takes off. */
export function Agenda({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const { agenda, left, state } = meeting
  return (
    <section className="meeting-part" aria-labelledby="agenda">
      <h2 id="agenda">{t('meetings.agenda')}</h2>
      {agenda.length === 0 && <p>{t('meetings.agenda.none')}</p>}
      {agenda.length > 0 && (
        <Rows label={t('meetings.agenda')} isOrdered>
          {agenda.map((item, index) => (
            <ItemRow
              key={item.item}
              meeting={meeting}
              item={item}
              above={agenda[index - 2]?.item ?? null}
              isFirst={index === 0}
              below={agenda[index + 1]?.item ?? null}
            />
          ))}
        </Rows>
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

type ItemRowProps = {
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly above: string | null
  readonly below: string | null
  readonly isFirst: boolean
}

function ItemRow({ meeting, item, above, below, isFirst }: ItemRowProps) {
  const { t, direction } = useWords()
  const place = useCommand('agenda', 'place')
  const remove = useCommand('agenda', 'remove')
  const [isRewording, setRewording] = useState(false)
  const { asOf, point, state } = meeting
  const title = isolated(item.title, direction)
  const notes = aboutItem(item, t)
  const move = (under: string | null) => () => void place.run({ item: item.item, under, asOf })
  const acts = (
    <>
      <UpDown
        up={t('backlog.up', { title })}
        down={t('backlog.down', { title })}
        onUp={isFirst ? undefined : move(above)}
        onDown={below === null ? undefined : move(below)}
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
      {isRewording && <RewordItem item={item} asOf={asOf} onClose={() => setRewording(false)} />}
    </>
  )
  return (
    <Row
      className="meeting-item"
      isCurrent={state === 'running' && point.item === item.item}
      acts={state === 'ended' ? undefined : acts}
    >
      <ItemTitle item={item} circle={meeting.circle} />
      <span className="meeting-soft">{notes.join(' · ')}</span>
      {item.outcomes.map(({ text }) => (
        <span key={text} dir="auto">
          {text}
        </span>
      ))}
      <Refused of={place} />
      <Refused of={remove} />
    </Row>
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
  const { topic, isReady, ...fields } = useTopic({ title: '', kind: 'explore', length: '15' })
  const { typed, setTyped } = fields
  const send = async () => {
    const done = await add.run({ meeting: meeting.meeting, ...topic, asOf: meeting.asOf })
    if (done !== undefined) setTyped({ ...typed, title: '' })
  }
  return (
    <div className="meeting-form">
      <TopicFields {...fields} />
      <Refused of={add} />
      <Button isPending={add.isPending} isDisabled={!isReady} onPress={() => void send()}>
        {t('meetings.item.send')}
      </Button>
    </div>
  )
}
