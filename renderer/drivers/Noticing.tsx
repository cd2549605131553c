import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { Form } from '../ui/Form.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { PARTS } from './driver-data.ts'
import './drivers.css'

const EMPTY = { statement: '', situation: '', effect: '', need: '', requirement: '' }

/** Says what one noticed, in a sentence or taken apart. */
export function Noticing({ circle }: { readonly circle: string }) {
  const { t } = useWords()
  const notice = useCommand('driver', 'notice')
  const { value, write, clear } = useDraft(`driver in ${circle}`, EMPTY)
  const send = async () => {
    const { statement, ...parts } = value
    const said = Object.fromEntries(Object.entries(parts).filter(([, text]) => text.trim() !== ''))
    const done = await notice.run({ circle, statement, ...said })
    if (done !== undefined) clear()
  }
  return (
    <Form className="driver-form" onSend={send}>
      <TextField
        label={t('drivers.new')}
        description={t('drivers.newHint')}
        value={value.statement}
        onChange={(statement) => write({ ...value, statement })}
      />
      <Disclosure title={t('drivers.apart')}>
        <div className="driver-form">
          {PARTS.map((part) => (
            <TextArea
              key={part}
              label={t(`drivers.${part}`)}
              value={value[part]}
              onChange={(text) => write({ ...value, [part]: text })}
              rows={2}
            />
          ))}
        </div>
      </Disclosure>
      <Refused of={notice} />
      <Button type="submit" isPending={notice.isPending} isDisabled={value.statement.trim() === ''}>
        {t('drivers.send')}
      </Button>
    </Form>
  )
}
