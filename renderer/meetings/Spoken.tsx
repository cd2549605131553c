import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Rows } from '../ui/Rows.tsx'
import { Select } from '../ui/Select.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { asWho, currentItem, withoutDevice, type Meeting, type Spoken as Word } from './meeting-data.ts'

/** Words of people who are there without a device of their own: who said them, who wrote them down, who heard them. */
export function Spoken({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const isOpen = meeting.state === 'running' && withoutDevice(meeting).length > 0
  if (!isOpen && meeting.spoken.length === 0) return null
  return (
    <section className="meeting-part" aria-labelledby="spoken">
      <h2 id="spoken">{t('meetings.spoken')}</h2>
      <p className="meeting-soft">{t('meetings.spoken.lead')}</p>
      {meeting.spoken.length > 0 && (
        <Rows>
          {meeting.spoken.map((word) => (
            <Heard key={word.spoken} word={word} />
          ))}
        </Rows>
      )}
      {isOpen && (
        <Disclosure title={t('meetings.spoken.new')}>
          <WriteDown meeting={meeting} />
        </Disclosure>
      )}
    </section>
  )
}

export function Heard({ word }: { readonly word: Word }) {
  const { t, list } = useWords()
  const witness = useCommand('spoken', 'witness')
  const confirm = useCommand('spoken', 'confirm')
  const { spoken, who, by, kind, text, witnesses, confirmed, disputed, mine, mayWitness } = word
  return (
    <li className="meeting-word">
      <p>
        <bdi>{who.name}</bdi> · {t(`meetings.spoken.${kind}`)}
        {text !== null && (
          <>
            {' '}
            <q dir="auto">{text}</q>
          </>
        )}
      </p>
      <p className="meeting-soft">
        {witnesses.length === 0
          ? t('meetings.spoken.by', { name: by.name })
          : t('meetings.spoken.heard', { name: by.name, names: list(witnesses.map(({ name }) => name)) })}
      </p>
      <Standing word={word} />
      <div className="meeting-buttons">
        {mayWitness && (
          <Button isPending={witness.isPending} onPress={() => void witness.run({ spoken })}>
            {t('meetings.spoken.witness')}
          </Button>
        )}
        {mine && !confirmed && (
          <Button variant="primary" isPending={confirm.isPending} onPress={() => void confirm.run({ spoken })}>
            {t('meetings.spoken.confirm')}
          </Button>
        )}
      </div>
      {mine && !confirmed && disputed === null && <Dispute spoken={spoken} />}
      <Refused of={witness} />
      <Refused of={confirm} />
    </li>
  )
}

/** Whether it counts as an answer, and what is missing. */
function Standing({ word }: { readonly word: Word }) {
  const { t } = useWords()
  const { kind, stands, needed, witnesses, disputed, confirmed } = word
  if (disputed !== null)
    return <StateBadge tone="attention">{t('meetings.spoken.disputed', { text: disputed })}</StateBadge>
  const seal = confirmed ? <StateBadge tone="good">{t('meetings.spoken.confirmed')}</StateBadge> : null
  if (kind === 'words' || stands) return seal
  if (needed === null) return <p className="meeting-soft">{t('meetings.spoken.noWay')}</p>
  return <p className="meeting-soft">{t('meetings.spoken.missing', { count: needed - witnesses.length })}</p>
}

function Dispute({ spoken }: { readonly spoken: string }) {
  const { t } = useWords()
  const dispute = useCommand('spoken', 'dispute')
  const [reason, setReason] = useState('')
  return (
    <Disclosure title={t('meetings.spoken.dispute')}>
      <div className="meeting-form">
        <TextField label={t('meetings.spoken.reason')} value={reason} onChange={setReason} />
        <Refused of={dispute} />
        <Button isDisabled={reason.trim() === ''} onPress={() => void dispute.run({ spoken, reason })}>
          {t('meetings.spoken.dispute')}
        </Button>
      </div>
    </Disclosure>
  )
}

type Kind = 'words' | 'consent' | 'object'

function WriteDown({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const write = useCommand('spoken', 'write')
  const people = withoutDevice(meeting)
  const item = currentItem(meeting)
  const proposal = item?.about?.kind === 'proposal' ? item.about.id : null
  const [key, setKey] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind>('words')
  const [text, setText] = useState('')
  const who = people.find((one) => one.key === key) ?? people[0]
  const isAnswer = proposal !== null && kind !== 'words'
  const send = async () => {
    if (who === undefined) return
    const about = item === null ? {} : { item: item.item }
    const words = text.trim() === '' ? {} : { text }
    const said = isAnswer ? { proposal, answer: kind, ...words } : { ...about, text }
    const done = await write.run({ meeting: meeting.meeting, who: asWho(who), ...said, asOf: meeting.asOf })
    if (done !== undefined) setText('')
  }
  const kinds: readonly Kind[] = proposal === null || who?.person === null ? ['words'] : ['words', 'consent', 'object']
  return (
    <div className="meeting-form">
      <Select
        label={t('meetings.spoken.who')}
        value={who?.key ?? null}
        onChange={setKey}
        items={people.map((one) => ({ id: one.key, label: one.name }))}
      />
      {kinds.length > 1 && (
        <Select
          label={t('meetings.spoken.what')}
          value={kind}
          onChange={setKind}
          items={kinds.map((id) => ({ id, label: t(`meetings.spoken.kind.${id}`) }))}
        />
      )}
      {(!isAnswer || kind === 'object') && (
        <TextField label={t('meetings.spoken.text')} value={text} onChange={setText} />
      )}
      <Refused of={write} />
      <Button
        isPending={write.isPending}
        isDisabled={who === undefined || (text.trim() === '' && !(isAnswer && kind === 'consent'))}
        onPress={() => void send()}
      >
        {t('meetings.spoken.send')}
      </Button>
    </div>
  )
}
