import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { inMonths } from '../proposals/days.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'

const MONTHS = 12

type ProposeProps = { readonly circle: string; readonly asOf: string; readonly what: 'keepers' | 'relays' }

/** What a keeper, or a relay, can see stands above the form: nobody proposes one without having read it. */
export function ProposeMachine({ circle, asOf, what }: ProposeProps) {
  const kind = what === 'keepers' ? 'keeper' : 'relay'
  const { t } = useWords()
  const goOn = useGoOn()
  const present = useCommand('proposal', 'present')
  const [address, setAddress] = useState('')
  const { value: why, write, clear } = useDraft<string>(`${kind} of ${circle}`, '')
  const typed = address.trim()
  const read = useLive(kind, 'read', { address: typed }).data
  const isBad = typed !== '' && read?.good === false
  const send = async () => {
    const terms = { title: t(`${what}.propose.name`), text: why, review: inMonths(MONTHS), [kind]: typed }
    const done = await present.run({ circle, asOf, ...terms })
    if (done === undefined) return
    clear()
    goOn(`/proposals/${done.proposal}`)
  }
  return (
    <Card as="section" aria-labelledby="propose">
      <Form className="keepers-form" onSend={send}>
        <h2 id="propose">{t(`${what}.propose.title`)}</h2>
        <p>{t(`${what}.propose.lead`)}</p>
        <TextField
          label={t(`${what}.propose.address`)}
          description={t(`${what}.propose.address.lead`)}
          value={address}
          onChange={setAddress}
          isRequired
          {...(isBad && { errorMessage: t(`${what}.propose.bad`) })}
        />
        {read?.good === true && read.open && <Notice tone="info">{t(`${what}.propose.open`)}</Notice>}
        <TextArea
          label={t(`${what}.propose.why`)}
          description={t(`${what}.propose.why.lead`)}
          rows={4}
          value={why}
          onChange={write}
          isRequired
        />
        <Refused of={present} />
        <Button type="submit" isPending={present.isPending} isDisabled={read?.good !== true || why.trim() === ''}>
          {t(`${what}.propose.send`)}
        </Button>
      </Form>
    </Card>
  )
}
