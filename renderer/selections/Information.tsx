import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import type { Selection } from './selection-data.ts'

/** The information round: what the others should know before one is proposed. */
export function Information({ selection, canAct }: { readonly selection: Selection; readonly canAct: boolean }) {
  const { t, direction } = useWords()
  const [text, setText] = useState('')
  const inform = useCommand('selection', 'inform')
  const send = async () => {
    const done = await inform.run({ selection: selection.selection, text, asOf: selection.asOf })
    if (done !== undefined) setText('')
  }
  return (
    <section className="role-part" aria-labelledby="information">
      <h2 id="information">{t('selections.information')}</h2>
      {selection.information.map(({ information, person, text: said }) => (
        <figure key={information} className="role-reason">
          <blockquote dir="auto">{said}</blockquote>
          <figcaption>{t('selections.says', { name: isolated(selection.names[person] ?? '', direction) })}</figcaption>
        </figure>
      ))}
      {canAct && (
        <Form className="role-form" onSend={send}>
          <TextField label={t('selections.information.add')} value={text} onChange={setText} />
          <Button type="submit" isPending={inform.isPending} isDisabled={text.trim() === ''}>
            {t('selections.information.send')}
          </Button>
          <Refused of={inform} />
        </Form>
      )}
    </section>
  )
}
