import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { WordsOf } from '../people/WordsOf.tsx'
import { useWords } from '../words/words.tsx'
import type { Meeting } from './meeting-data.ts'

const KINDS = ['note', 'information', 'backlog'] as const

/** What is written down, and the place to write it; with the item that is talked about, where there is one. */
export function Notes({ meeting, item }: { readonly meeting: Meeting; readonly item: string | null }) {
  const { t } = useWords()
  const note = useCommand('meeting', 'note')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('note')
  const [text, setText] = useState('')
  const here = meeting.notes.filter((one) => one.item === item)
  const send = async () => {
    const about = item === null ? {} : { item }
    const done = await note.run({ meeting: meeting.meeting, ...about, kind, text, asOf: meeting.asOf })
    if (done !== undefined) setText('')
  }
  return (
    <>
      {here.length > 0 && (
        <ul className="meeting-turns" aria-label={t('meetings.notes')}>
          {here.map((one) => (
            <li key={one.note}>
              <span className="meeting-soft">{t(`meetings.note.${one.kind}`)}</span>{' '}
              <WordsOf circle={meeting.circle} person={one.person} name={one.name}>
                {one.text}
              </WordsOf>
            </li>
          ))}
        </ul>
      )}
      <Disclosure title={t('meetings.note.new')}>
        <div className="meeting-form">
          <Select
            label={t('meetings.note.kind')}
            value={kind}
            onChange={setKind}
            items={KINDS.map((id) => ({ id, label: t(`meetings.note.${id}`) }))}
          />
          <TextField label={t('meetings.note.text')} value={text} onChange={setText} />
          <Refused of={note} />
          <Button isPending={note.isPending} isDisabled={text.trim() === ''} onPress={() => void send()}>
            {t('meetings.note.send')}
          </Button>
        </div>
      </Disclosure>
    </>
  )
}
