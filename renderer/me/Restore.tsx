import { useEffect, useRef, useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'

type RestoreProps = { readonly onRestored: (name: string) => void; readonly onNew: () => void }

/** For whoever was here before, on another computer: their name and their recovery words. */
export function Restore({ onRestored, onNew }: RestoreProps) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const [phrase, setPhrase] = useState('')
  const restore = useCommand('profile', 'restore')
  const send = async () => {
    const done = await restore.run({ name, phrase })
    if (done === undefined) return
    setPhrase('')
    onRestored(done.name)
  }
  return (
    <>
      <h1>{t('devices.restore.title')}</h1>
      <p className="welcome-lead">{t('devices.restore.lead')}</p>
      <Form className="welcome-form" onSend={send}>
        <TextField
          label={t('me.welcome.name')}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
          autoComplete="name"
        />
        <TextArea
          label={t('devices.restore.words')}
          description={t('devices.restore.wordsHint')}
          value={phrase}
          onChange={setPhrase}
          rows={4}
        />
        <Refused of={restore} />
        <Button
          type="submit"
          variant="primary"
          size="large"
          isPending={restore.isPending}
          isDisabled={name.trim() === '' || phrase.trim() === ''}
        >
          {t('devices.restore.send')}
        </Button>
      </Form>
      <Button variant="plain" onPress={onNew}>
        {t('devices.restore.not')}
      </Button>
    </>
  )
}

/** What the words brought back, and what only the others can. */
export function IsBack({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('devices.back.title', { name })}
      </h1>
      <p className="welcome-lead">{t('devices.back.lead')}</p>
      <p className="welcome-text">{t('devices.back.how')}</p>
      <p className="welcome-text">{t('devices.back.lost')}</p>
      <a href="#/join" onClick={onDone}>
        {t('devices.back.join')}
      </a>
      <a href="#/" onClick={onDone}>
        {t('me.ways.later')}
      </a>
    </>
  )
}
