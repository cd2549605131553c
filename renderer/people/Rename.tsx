import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Refused } from '../shell/Refused.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'

/** Everyone says themselves what they are called in a circle. */
export function Rename({
  circle,
  asOf,
  name,
}: {
  readonly circle: string
  readonly asOf: string
  readonly name: string
}) {
  const { t } = useWords()
  const { show } = useToast()
  const rename = useCommand('member', 'rename')
  const [wanted, setWanted] = useState(name)
  const send = async () => {
    const said = await rename.run({ circle, name: wanted, asOf })
    if (said !== undefined) show({ text: t('people.name.changed', { name: said.name }) })
  }
  return (
    <Disclosure title={t('people.name.title')}>
      <TextField
        label={t('people.name.label')}
        description={t('people.name.lead')}
        value={wanted}
        onChange={setWanted}
      />
      <Refused of={rename} />
      <Button isPending={rename.isPending} onPress={() => void send()}>
        {t('people.name.change')}
      </Button>
    </Disclosure>
  )
}
