import { useEffect, useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'

type HelloProps = {
  readonly onMade: (made: { readonly name: string; readonly phrase: string }) => void
  /** Another window was quicker. */
  readonly onKnown: () => void
  /** They were here before, on another computer. */
  readonly onBack: () => void
}

/** What this is, in one sentence, and the one question that has to be asked. */
export function Hello({ onMade, onKnown, onBack }: HelloProps) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const create = useCommand('profile', 'create')
  const isKnown = create.refusal?.code === 'profile-exists'
  useEffect(() => {
    if (isKnown) onKnown()
  }, [isKnown, onKnown])
  const send = async () => {
    const done = await create.run({ name })
    if (done !== undefined) onMade({ name: done.name, phrase: done.phrase ?? '' })
  }
  return (
    <>
      <h1>{t('me.welcome.title')}</h1>
      <p className="welcome-lead">{t('me.welcome.lead')}</p>
      <Form className="welcome-form" onSend={send}>
        <TextField
          label={t('me.welcome.name')}
          description={t('me.welcome.nameHint')}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
          autoComplete="name"
        />
        <Refused of={create} />
        <Button
          type="submit"
          variant="primary"
          size="large"
          isPending={create.isPending}
          isDisabled={name.trim() === ''}
        >
          {t('me.welcome.start')}
        </Button>
      </Form>
      <Button variant="plain" onPress={onBack}>
        {t('devices.restore')}
      </Button>
      <LanguageChoice />
    </>
  )
}
