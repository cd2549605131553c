import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { useGoOn } from '../shell/use-go-on.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'

/** [C9] So many attempts at meeting come before it; the rules ask for them too. */
const TRIES = ['first', 'second', 'third'] as const

type Terms = Readonly<Record<'name' | 'reason' | (typeof TRIES)[number], string>>
const EMPTY: Terms = { name: '', reason: '', first: '', second: '', third: '' }

/** The last thing there is: some go on as another circle, with the same past, and nobody is sent away. */
export function GoOnAsTwo({ circle, asOf }: { readonly circle: string; readonly asOf: string }) {
  const { t } = useWords()
  const goOn = useGoOn()
  const fork = useCommand('circle', 'fork')
  const { value: terms, write, clear } = useDraft<Terms>(`two of ${circle}`, EMPTY)
  const set = (field: keyof Terms) => (text: string) => write({ ...terms, [field]: text })
  const send = async () => {
    const { name, reason } = terms
    const done = await fork.run({ circle, name, reason, tried: TRIES.map((one) => terms[one]), asOf })
    if (done === undefined) return
    clear()
    goOn(`/circles/${done.circle}`)
  }
  return (
    <Form className="people-more" onSend={send}>
      <p>{t('people.two.before')}</p>
      <p>{t('people.two.means')}</p>
      <p>{t('people.two.word')}</p>
      {TRIES.map((one) => (
        <TextField key={one} label={t(`people.two.${one}`)} value={terms[one]} onChange={set(one)} isRequired />
      ))}
      <TextArea
        label={t('people.two.reason')}
        description={t('people.two.reason.lead')}
        rows={4}
        value={terms.reason}
        onChange={set('reason')}
        isRequired
      />
      <TextField label={t('people.two.name')} value={terms.name} onChange={set('name')} maxLength={200} isRequired />
      <Refused of={fork} />
      <Button
        type="submit"
        variant="danger"
        isPending={fork.isPending}
        isDisabled={Object.values(terms).some((text) => text.trim() === '')}
      >
        {t('people.two.send')}
      </Button>
    </Form>
  )
}
