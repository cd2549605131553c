import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import type { Circle } from '../roles/role-data.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { isSaid, NOBODY, NominationFields } from './NominationFields.tsx'
import type { Selection } from './selection-data.ts'

type Props = { readonly selection: Selection; readonly circle: Circle }

/** While nobody can read what anybody said: nominating, and waiting for the others. */
export function Nominating({ selection, circle }: Props) {
  const { t, list } = useWords()
  const [isAgain, setAgain] = useState(false)
  const { asked, sealed, awaiting, me, names } = selection
  const hasSealed = sealed.includes(me)
  const isWriting = asked.includes(me) && (!hasSealed || isAgain)
  return (
    <>
      {isWriting ? (
        <Nominate selection={selection} circle={circle} onSealed={() => setAgain(false)} />
      ) : (
        hasSealed && (
          <>
            <Mine selection={selection} />
            <Button variant="plain" onPress={() => setAgain(true)}>
              {t('selections.sealed.change')}
            </Button>
          </>
        )
      )}
      {awaiting.length > 0 && (
        <p className="role-soft">{t('selections.waiting', { names: list(awaiting.map((one) => names[one] ?? '')) })}</p>
      )}
      {selection.mayOpen && sealed.length > 0 && <OpenNow selection={selection} />}
    </>
  )
}

/** Only here, on this device, can it be read. */
function Mine({ selection: { mine, names } }: { readonly selection: Selection }) {
  const { t, direction } = useWords()
  if (mine === null) return <p>{t('selections.sealed.elsewhere')}</p>
  if (mine.nominee === null) return <p>{t('selections.sealed.pass')}</p>
  return (
    <>
      <p>{t('selections.sealed.mine', { name: isolated(names[mine.nominee] ?? '', direction) })}</p>
      <q dir="auto">{mine.reason}</q>
    </>
  )
}

function Nominate({ selection, circle, onSealed }: Props & { readonly onSealed: () => void }) {
  const { t } = useWords()
  const { value, write, clear } = useDraft(`nomination in ${selection.selection}`, NOBODY)
  const nominate = useCommand('selection', 'nominate')
  const of = { selection: selection.selection, asOf: selection.asOf }
  const send = async (named: { nominee: string | null; reason?: string }) => {
    const done = await nominate.run({ ...of, ...named })
    if (done === undefined) return
    clear()
    onSealed()
  }
  return (
    <Form className="role-form" onSend={() => send({ nominee: value.nominee, reason: value.reason })}>
      <p>{t('selections.nominate.lead')}</p>
      <NominationFields circle={circle} value={value} onChange={write} />
      <Refused of={nominate} />
      <div className="role-buttons">
        <Button type="submit" variant="primary" isPending={nominate.isPending} isDisabled={!isSaid(value)}>
          {t('selections.nominate.send')}
        </Button>
        <Button variant="plain" isDisabled={nominate.isPending} onPress={() => void send({ nominee: null })}>
          {t('selections.pass')}
        </Button>
      </div>
    </Form>
  )
}

/** For whoever facilitates, when somebody is away for long. */
function OpenNow({ selection }: { readonly selection: Selection }) {
  const { t } = useWords()
  const reveal = useCommand('selection', 'reveal')
  return (
    <Disclosure title={t('selections.openNow')}>
      <div className="role-form">
        <p>{t('selections.openNow.lead')}</p>
        <Button
          isPending={reveal.isPending}
          onPress={() => void reveal.run({ selection: selection.selection, asOf: selection.asOf })}
        >
          {t('selections.openNow')}
        </Button>
        <Refused of={reveal} />
      </div>
    </Disclosure>
  )
}
