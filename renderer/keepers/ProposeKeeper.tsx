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

/** What a keeper can see stands above the form: nobody proposes one without having read it. */
export function ProposeKeeper({ circle, asOf }: { readonly circle: string; readonly asOf: string }) {
  const { t } = useWords()
  const goOn = useGoOn()
  const present = useCommand('proposal', 'present')
  const [address, setAddress] = useState('')
  const { value: why, write, clear } = useDraft<string>(`keeper of ${circle}`, '')
  const typed = address.trim()
  const read = useLive('keeper', 'read', { address: typed }).data
  const isBad = typed !== '' && read?.good === false
  const send = async () => {
    const terms = { title: t('keepers.propose.name'), text: why, review: inMonths(MONTHS), keeper: typed }
    const done = await present.run({ circle, asOf, ...terms })
    if (done === undefined) return
    clear()
    goOn(`/proposals/${done.proposal}`)
  }
  return (
    <Card as="section" aria-labelledby="propose">
      <Form className="keepers-form" onSend={send}>
        <h2 id="propose">{t('keepers.propose.title')}</h2>
        <p>{t('keepers.propose.lead')}</p>
        <TextField
          label={t('keepers.propose.address')}
          description={t('keepers.propose.address.lead')}
          value={address}
          onChange={setAddress}
          isRequired
          {...(isBad && { errorMessage: t('keepers.propose.bad') })}
        />
        {read?.good === true && read.open && <Notice tone="info">{t('keepers.propose.open')}</Notice>}
        <TextArea
          label={t('keepers.propose.why')}
          description={t('keepers.propose.why.lead')}
          rows={4}
          value={why}
          onChange={write}
          isRequired
        />
        <Refused of={present} />
        <Button type="submit" isPending={present.isPending} isDisabled={read?.good !== true || why.trim() === ''}>
          {t('keepers.propose.send')}
        </Button>
      </Form>
    </Card>
  )
}
