import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { Meeting } from './meeting-data.ts'

const PARTS = ['content', 'process', 'people'] as const
const EMPTY = { content: '', process: '', people: '' }

/** How it was: what we worked on, how, and together. */
export function Evaluate({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const evaluate = useCommand('meeting', 'evaluate')
  const [value, write] = useState(EMPTY)
  const said = Object.fromEntries(Object.entries(value).filter(([, text]) => text.trim() !== ''))
  const send = async () => {
    const done = await evaluate.run({ meeting: meeting.meeting, ...said, asOf: meeting.asOf })
    if (done !== undefined) write(EMPTY)
  }
  return (
    <div className="meeting-form">
      {meeting.evaluations.map(({ who, ...one }) => (
        <p key={who.key}>
          <bdi>{who.name}</bdi>:{' '}
          {PARTS.flatMap((part) => (one[part] === null ? [] : [`${t(`meetings.how.${part}`)} ${one[part]}`])).join(
            ' · ',
          )}
        </p>
      ))}
      {PARTS.map((part) => (
        <TextField
          key={part}
          label={t(`meetings.how.${part}`)}
          value={value[part]}
          onChange={(text) => write({ ...value, [part]: text })}
        />
      ))}
      <Refused of={evaluate} />
      <Button isPending={evaluate.isPending} isDisabled={Object.keys(said).length === 0} onPress={() => void send()}>
        {t('meetings.how.send')}
      </Button>
    </div>
  )
}
