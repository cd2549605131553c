import { useState } from 'react'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { isMinutes, KINDS, type AgendaItem } from './meeting-data.ts'

/** What is to be talked about, and how, as it is typed. */
interface TypedTopic {
  readonly title: string
  readonly kind: AgendaItem['kind']
  readonly length: string
}

/** A topic while somebody writes it. */
export function useTopic(fresh: TypedTopic) {
  const [typed, setTyped] = useState(fresh)
  const { title, kind, length } = typed
  return {
    typed,
    setTyped,
    topic: { title, kind, minutes: Number(length) },
    isReady: title.trim() !== '' && isMinutes(length),
  }
}

export function TopicFields({ typed, setTyped }: Pick<ReturnType<typeof useTopic>, 'typed' | 'setTyped'>) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t('meetings.item.title')}
        value={typed.title}
        onChange={(title) => setTyped({ ...typed, title })}
        maxLength={200}
      />
      <div className="meeting-row">
        <Select
          label={t('meetings.item.kind')}
          value={typed.kind}
          onChange={(kind) => setTyped({ ...typed, kind })}
          items={KINDS.map((id) => ({ id, label: t(`meetings.kind.${id}`) }))}
        />
        <TextField
          label={t('meetings.new.length')}
          value={typed.length}
          onChange={(length) => setTyped({ ...typed, length })}
        />
      </div>
    </>
  )
}
