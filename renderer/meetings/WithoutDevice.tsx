import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { Meeting } from './meeting-data.ts'

/** Somebody new who came without a device: into the circle with a key of their own on this one, or a guest tonight. */
export function WithoutDevice({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useWords()
  const lend = useCommand('beside', 'add')
  const attend = useCommand('meeting', 'attend')
  const [name, setName] = useState('')
  const { meeting: id, circle } = meeting
  const isHere = async (who: { person: string } | { guest: string }, device: boolean) => {
    if ((await attend.run({ meeting: id, who, here: true, device })) !== undefined) setName('')
  }
  const bring = async () => {
    const lent = await lend.run({ circle, name })
    if (lent !== undefined) await isHere({ person: lent.person }, true)
  }
  const isNamed = name.trim() !== ''
  return (
    <div className="meeting-round">
      <TextField label={t('meetings.add.new')} value={name} onChange={setName} maxLength={200} />
      <div className="meeting-buttons">
        {!meeting.practice && (
          <Button isDisabled={!isNamed} isPending={lend.isPending} onPress={() => void bring()}>
            {t('meetings.add.key')}
          </Button>
        )}
        <Button isDisabled={!isNamed} isPending={attend.isPending} onPress={() => void isHere({ guest: name }, false)}>
          {t('meetings.add.guest')}
        </Button>
      </div>
      {!meeting.practice && <p className="meeting-soft">{t('meetings.add.key.what')}</p>}
      <p className="meeting-soft">{t('meetings.add.guest.what')}</p>
      <Refused of={lend} />
      <Refused of={attend} />
    </div>
  )
}
