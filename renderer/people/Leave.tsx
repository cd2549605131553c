import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import type { Circle } from '../roles/role-data.ts'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'

/** Leaves a circle for good: a person's own to say, and not taken back. */
export function Leave({ circle }: { readonly circle: Circle }) {
  const { t, direction } = useWords()
  const [isAsked, ask] = useState(false)
  const leave = useCommand('member', 'leave')
  const send = async () => {
    const done = await leave.run({ circle: circle.circle, asOf: circle.asOf })
    if (done !== undefined) ask(false)
  }
  const title = t('people.go.title', { circle: isolated(circle.name, direction) })
  return (
    <Card as="section" aria-labelledby="go" className="people-more">
      <h2 id="go">{title}</h2>
      <p>{t('people.go.lead')}</p>
      <Button onPress={() => ask(true)}>{t('people.go.ask')}</Button>
      <CommandDialog
        title={title}
        isOpen={isAsked}
        command={leave}
        label={t('people.go.send')}
        isDisabled={false}
        onSend={() => void send()}
        onClose={() => ask(false)}
      >
        <p>{t('people.go.means')}</p>
        <p>{t('people.go.again')}</p>
      </CommandDialog>
    </Card>
  )
}
