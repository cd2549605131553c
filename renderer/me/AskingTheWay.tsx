import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { MyPart } from './MyPart.tsx'

/** Whom this node asks for the way on the internet, and the way back to the usual ones. */
export function AskingTheWay() {
  const { t, list, direction } = useWords()
  const known = useLive('network', 'bootstrap', {}).data
  const [typed, setTyped] = useState<string | null>(null)
  const change = useCommand('network', 'setBootstrap')
  if (known === undefined) return null
  const { own, asked } = known
  const text = typed ?? own.join(', ')
  const keep = async (bootstrap: string) => {
    if ((await change.run({ bootstrap })) !== undefined) setTyped(null)
  }
  return (
    <MyPart id="asking" title={t('me.asking')}>
      <p>{t('me.asking.hint')}</p>
      <p className="me-soft">
        {t(own.length > 0 ? 'me.asking.own' : asked.length > 0 ? 'me.asking.usual' : 'me.asking.none', {
          nodes: list(asked.map((one) => isolated(one, direction))),
        })}
      </p>
      <Form className="me-asking" onSend={() => keep(text)}>
        <TextField label={t('me.asking.list')} description={t('me.asking.form')} value={text} onChange={setTyped} />
        <Refused of={change} />
        <div className="me-buttons">
          <Button type="submit" isPending={change.isPending} isDisabled={text.trim() === ''}>
            {t('me.asking.keep')}
          </Button>
          {own.length > 0 && <Button onPress={() => void keep('')}>{t('me.asking.back')}</Button>}
        </div>
      </Form>
    </MyPart>
  )
}
