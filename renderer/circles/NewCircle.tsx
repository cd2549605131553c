import { useCommand } from '../node/use-command.ts'
import type { PageProps } from '../routes.tsx'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { useGoOn } from '../shell/use-go-on.ts'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import './circles.css'

const LONGEST_NAME = 200
const EMPTY = { name: '', aim: '', domain: '' }

/** Starts a circle: a name, what it is for, and what is its own to decide. */
export function NewCircle(_props: PageProps) {
  const { t } = useWords()
  const goOn = useGoOn()
  const create = useCommand('circle', 'create')
  const { value, write, clear } = useDraft('circle', EMPTY)
  const { name, aim, domain } = value
  const set = (field: keyof typeof EMPTY) => (text: string) => write({ ...value, [field]: text })
  const send = async () => {
    const done = await create.run({ name, aim, ...(domain.trim() === '' ? {} : { domain }) })
    if (done === undefined) return
    clear()
    goOn(`/circles/${done.circle}`)
  }
  return (
    <Page title={t('circles.new')} lead={t('circles.new.lead')} back={{ href: '#/circles', label: t('circles.title') }}>
      <p>
        <a href="#/circles/new/together">{t('first.start')}</a>
      </p>
      <Form className="circles-form" onSend={() => void send()}>
        <TextField
          label={t('circles.new.name')}
          description={t('circles.new.nameHint')}
          value={name}
          onChange={set('name')}
          maxLength={LONGEST_NAME}
          isRequired
          autoFocus
        />
        <TextArea
          label={t('circles.new.aim')}
          description={t('circles.new.aimHint')}
          value={aim}
          onChange={set('aim')}
          rows={2}
          isRequired
        />
        <TextArea
          label={t('circles.new.domain')}
          description={t('circles.new.domainHint')}
          value={domain}
          onChange={set('domain')}
          rows={2}
        />
        <Refused of={create} />
        <Button
          type="submit"
          variant="primary"
          size="large"
          isPending={create.isPending}
          isDisabled={name.trim() === '' || aim.trim() === ''}
        >
          {t('circles.new.send')}
        </Button>
      </Form>
    </Page>
  )
}
