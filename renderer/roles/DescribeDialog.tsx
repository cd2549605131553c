import { useState } from 'react'
import type { Client } from '../../src/api/client.ts'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { inMonths, tomorrow } from '../proposals/days.ts'
import { Asked } from '../shell/Asked.tsx'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { useGoOn } from '../shell/use-go-on.ts'
import { DateField } from '../ui/DateField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords, type Words } from '../words/words.tsx'
import { linesOf } from '../proposals/lines-of.ts'
import type { Role } from './role-data.ts'
import { aimOf, roleTitle } from './role-words.ts'

type Props = {
  readonly circle: string
  readonly asOf: string
  /** One that there is; without it, a new one. */
  readonly role?: Role
  readonly onClose: () => void
}

const LONGEST = 120
const USUAL_TERM = 12

type Said = ReturnType<typeof saidOf>

/** What there is to begin with. */
function saidOf(role: Role | undefined, months: number, t: Words['t']) {
  const before = role?.described
  return {
    name: role === undefined ? '' : roleTitle(t, role.name ?? role.role),
    aim: before?.aim ?? (role === undefined ? '' : (aimOf(t, role.role) ?? '')),
    domain: before?.domain ?? '',
    accountabilities: (before?.accountabilities ?? []).join('\n'),
    qualities: (before?.qualities ?? []).join('\n'),
    months: String(role?.months ?? months),
    review: inMonths(12),
  }
}

const isTerm = (text: string) => Number.isInteger(Number(text)) && Number(text) >= 1 && Number(text) <= LONGEST

/** Puts a role into the circle's own words, as a proposal. */
export function DescribeDialog(props: Props) {
  const live = useLive('way', 'list', { circle: props.circle })
  return <Asked live={live}>{({ items }) => <Describe {...props} months={termIn(items)} />}</Asked>
}

type Way = Awaited<ReturnType<Client['way']['list']>>['items'][number]

/** [W2] As the circle made it its way; a year otherwise. */
function termIn(ways: readonly Way[]): number {
  const terms = ways.find(({ rule }) => rule === 'terms')?.way
  return terms?.rule === 'terms' ? terms.months : USUAL_TERM
}

function Describe({ circle, asOf, role, months, onClose }: Props & { readonly months: number }) {
  const { t } = useWords()
  const goOn = useGoOn()
  const describe = useCommand('role', 'describe')
  const [said, setSaid] = useState(() => saidOf(role, months, t))
  const send = async () => {
    const { name, aim, domain, accountabilities, qualities, review } = said
    const done = await describe.run({
      circle,
      ...(role === undefined ? {} : { role: role.role }),
      name,
      aim,
      ...(domain.trim() === '' ? {} : { domain }),
      accountabilities: linesOf(accountabilities),
      qualities: linesOf(qualities),
      months: Number(said.months),
      review,
      asOf,
    })
    if (done !== undefined) goOn(`/proposals/${done.proposal}`)
  }
  return (
    <CommandDialog
      title={t(role === undefined ? 'roles.describe.new' : 'roles.describe')}
      isOpen
      command={describe}
      label={t('roles.describe.send')}
      isDisabled={said.name.trim() === '' || said.aim.trim() === '' || !isTerm(said.months)}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('roles.describe.lead')}</p>
      <Fields said={said} onChange={(change) => setSaid({ ...said, ...change })} />
    </CommandDialog>
  )
}

type FieldsProps = { readonly said: Said; readonly onChange: (change: Partial<Said>) => void }

function Fields({ said, onChange }: FieldsProps) {
  const { t } = useWords()
  const set = (field: keyof Said) => (value: string) => onChange({ [field]: value })
  const area = (field: 'aim' | 'domain' | 'accountabilities' | 'qualities', rows: number) => (
    <TextArea
      label={t(`roles.${field}`)}
      value={said[field]}
      onChange={set(field)}
      rows={rows}
      isRequired={field === 'aim'}
    />
  )
  return (
    <>
      <TextField label={t('roles.name')} value={said.name} onChange={set('name')} maxLength={200} isRequired />
      {area('aim', 2)}
      {area('domain', 2)}
      {area('accountabilities', 3)}
      {area('qualities', 3)}
      <TextField
        label={t('roles.months')}
        value={said.months}
        onChange={set('months')}
        {...(isTerm(said.months) ? {} : { errorMessage: t('roles.months.wrong') })}
      />
      <DateField label={t('roles.review')} value={said.review} onChange={set('review')} min={tomorrow()} />
    </>
  )
}
