import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { byName } from '../words/by-name.ts'
import { useWords } from '../words/words.tsx'
import type { From, Member } from './action-data.ts'
import './actions.css'

type Props = {
  readonly circle: string
  readonly people: readonly Member[]
  readonly from?: From
}

const NOBODY = 'nobody'
const EMPTY = { text: '', owner: NOBODY, due: '', waitingFor: '' }

/** Notes a next step: what, who, by when. */
export function ActionForm({ circle, people, from }: Props) {
  const { t, language } = useWords()
  const note = useCommand('action', 'note')
  const [value, write] = useState(EMPTY)
  const { text, owner, due, waitingFor } = value
  const send = async () => {
    const done = await note.run({
      circle,
      text,
      ...(owner === NOBODY ? {} : { owner }),
      ...(due === '' ? {} : { due }),
      ...(waitingFor.trim() === '' ? {} : { waitingFor }),
      ...(from === undefined ? {} : { from }),
    })
    if (done !== undefined) write(EMPTY)
  }
  return (
    <div className="action-form">
      <TextField label={t('actions.text')} value={text} onChange={(next) => write({ ...value, text: next })} />
      <div className="action-row">
        <Select
          label={t('actions.owner')}
          value={owner}
          onChange={(next) => write({ ...value, owner: next })}
          items={[
            { id: NOBODY, label: t('backlog.nobody') },
            ...people.toSorted(byName(language)).map(({ person, name }) => ({ id: person, label: name })),
          ]}
        />
        <DateField label={t('actions.due')} value={due} onChange={(next) => write({ ...value, due: next })} />
      </div>
      <TextField
        label={t('actions.waitingFor')}
        value={waitingFor}
        onChange={(next) => write({ ...value, waitingFor: next })}
      />
      <Refused of={note} />
      <Button isPending={note.isPending} isDisabled={text.trim() === ''} onPress={() => void send()}>
        {t('actions.send')}
      </Button>
    </div>
  )
}
