import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import type { PageProps } from '../routes.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { useBegin } from './use-begin.ts'
import '../circles/circles.css'

const LONGEST_NAME = 200

/** People sit in a room and know neither their name nor their aim yet: one field, and they begin. */
export function Together(_props: PageProps) {
  const { t } = useWords()
  const goOn = useGoOn()
  const create = useCommand('circle', 'create')
  const { begin, isPending, steps } = useBegin()
  const [name, setName] = useState('')
  const send = async () => {
    const made = await create.run({ name, aim: t('first.aim.open') })
    if (made !== undefined && (await begin(made.circle))) goOn(`/circles/${made.circle}/first-meeting`)
  }
  return (
    <Page title={t('first.title')} lead={t('first.lead')} back={{ href: '#/circles', label: t('circles.title') }}>
      <Form className="circles-form" onSend={() => void send()}>
        <p>{t('first.before')}</p>
        <TextField
          label={t('first.name')}
          description={t('first.name.hint')}
          value={name}
          onChange={setName}
          maxLength={LONGEST_NAME}
          isRequired
          autoFocus
        />
        {[create, ...steps].map((step, index) => (
          <Refused key={index} of={step} />
        ))}
        <Button
          type="submit"
          variant="primary"
          size="large"
          isPending={create.isPending || isPending}
          isDisabled={name.trim() === ''}
        >
          {t('first.begin')}
        </Button>
      </Form>
    </Page>
  )
}
