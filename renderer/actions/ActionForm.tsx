import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.tsx'
import { NOBODY, type From, type Member, type TypedAction } from './action-data.ts'
import { ActionFields } from './ActionFields.tsx'
import './actions.css'

type Props = {
  readonly circle: string
  readonly people: readonly Member[]
  readonly from?: From
}

const EMPTY: TypedAction = { text: '', owner: NOBODY, due: '', waitingFor: '' }

/** Notes a next step: what, who, by when. */
export function ActionForm({ circle, people, from }: Props) {
  const { t } = useWords()
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
      <ActionFields people={people} value={value} onChange={write} />
      <Refused of={note} />
      <Button isPending={note.isPending} isDisabled={text.trim() === ''} onPress={() => void send()}>
        {t('actions.send')}
      </Button>
    </div>
  )
}
