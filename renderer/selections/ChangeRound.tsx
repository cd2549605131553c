import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import type { Circle } from '../roles/role-data.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { useWords } from '../words/words.tsx'
import { isSaid, NOBODY, NominationFields } from './NominationFields.tsx'
import type { Selection } from './selection-data.ts'

type Props = { readonly selection: Selection; readonly circle: Circle }

/** Each says whether the reasons of the others change their nomination. Who comes late is heard here. */
export function ChangeRound({ selection, circle }: Props) {
  const { t, list } = useWords()
  const [isChanging, setChanging] = useState(false)
  const keep = useCommand('selection', 'keep')
  const { me, names, awaiting, asked, sealed } = selection
  const isAsked = awaiting.includes(me)
  const hasSealed = sealed.includes(me)
  const others = awaiting.filter((person) => person !== me)
  const of = { selection: selection.selection, asOf: selection.asOf }
  return (
    <>
      <p>
        {t(
          isAsked || !asked.includes(me)
            ? hasSealed
              ? 'selections.change.lead'
              : 'selections.change.late'
            : 'selections.heard',
        )}
      </p>
      {isChanging ? (
        <Change selection={selection} circle={circle} onDone={() => setChanging(false)} />
      ) : (
        <div className="role-buttons">
          {isAsked && (
            <Button variant="primary" isPending={keep.isPending} onPress={() => void keep.run(of)}>
              {t(hasSealed ? 'selections.keep' : 'selections.leave')}
            </Button>
          )}
          <Button onPress={() => setChanging(true)}>{t('selections.change')}</Button>
        </div>
      )}
      <Refused of={keep} />
      {others.length > 0 && (
        <p className="role-soft">{t('selections.notHeard', { names: list(others.map((one) => names[one] ?? '')) })}</p>
      )}
    </>
  )
}

function Change({ selection, circle, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useWords()
  const [value, setValue] = useState(NOBODY)
  const change = useCommand('selection', 'change')
  const send = async () => {
    const { selection: id, asOf } = selection
    const done = await change.run({ selection: id, nominee: value.nominee, reason: value.reason, asOf })
    if (done !== undefined) onDone()
  }
  return (
    <Form className="role-form" onSend={send}>
      <NominationFields circle={circle} value={value} onChange={setValue} />
      <Refused of={change} />
      <div className="role-buttons">
        <Button type="submit" variant="primary" isPending={change.isPending} isDisabled={!isSaid(value)}>
          {t('selections.change.send')}
        </Button>
        <Button variant="plain" onPress={onDone}>
          {t('proposals.cancel')}
        </Button>
      </div>
    </Form>
  )
}
