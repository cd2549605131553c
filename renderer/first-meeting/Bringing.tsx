import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { dayOf } from '../proposals/days.ts'
import { Refused } from '../shell/Refused.tsx'
import { useDraft } from '../shell/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle } from './FirstMeeting.tsx'

type Props = { readonly circle: Circle; readonly meeting: string }

/** The circle's name and aim, as a proposal that everyone consents to. */
export function AimForm({ circle, meeting }: Props) {
  const { t } = useWords()
  const { present, take, isPending } = useBringing(meeting)
  const { value, write, clear } = useDraft(`aim of ${circle.circle}`, {
    name: circle.name,
    // Begun in a room, it has none yet.
    aim: circle.aim === t('first.aim.open') ? '' : circle.aim,
  })
  const { name, aim } = value
  const send = async () => {
    const text = `**${name}**\n\n${aim}`
    const purpose = { name, aim, ...(circle.domain === null ? {} : { domain: circle.domain }) }
    const done = await present.run({
      circle: circle.circle,
      title: t('first.aim.title'),
      text,
      purpose,
      review: in3Months(),
    })
    if (done !== undefined && (await take(done.proposal, t('first.aim.title'), 'explore'))) clear()
  }
  return (
    <div className="meeting-form">
      <TextField label={t('circles.new.name')} value={name} onChange={(text) => write({ ...value, name: text })} />
      <TextArea
        label={t('circles.new.aim')}
        description={t('circles.new.aimHint')}
        value={aim}
        onChange={(text) => write({ ...value, aim: text })}
        rows={2}
      />
      <Refused of={present} />
      <Button
        variant="primary"
        isPending={isPending}
        isDisabled={name.trim() === '' || aim.trim() === ''}
        onPress={() => void send()}
      >
        {t('first.bring')}
      </Button>
    </div>
  )
}

/** The first thing the circle agrees on, with a day on which it looks at it again. */
export function AgreementForm({ circle, meeting }: Props) {
  const { t } = useWords()
  const { present, take, isPending } = useBringing(meeting)
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [review, setReview] = useState(in3Months)
  const send = async () => {
    const done = await present.run({ circle: circle.circle, title, text, review })
    if (done !== undefined) await take(done.proposal, title, 'decide')
  }
  return (
    <div className="meeting-form">
      <TextField label={t('first.agreement.name')} value={title} onChange={setTitle} maxLength={200} />
      <TextArea label={t('first.agreement.text')} value={text} onChange={setText} rows={3} />
      <DateField label={t('first.agreement.review')} value={review} onChange={setReview} />
      <Refused of={present} />
      <Button
        variant="primary"
        isPending={isPending}
        isDisabled={title.trim() === '' || text.trim() === '' || review === ''}
        onPress={() => void send()}
      >
        {t('first.bring')}
      </Button>
    </div>
  )
}

function useBringing(meeting: string) {
  const present = useCommand('proposal', 'present')
  const add = useCommand('agenda', 'add')
  const steer = useCommand('meeting', 'steer')
  /** Onto the agenda, and the meeting goes there: what is said of it then stands with it in the minutes. */
  const take = async (id: string, title: string, kind: 'explore' | 'decide') => {
    const about = { kind: 'proposal', id } as const
    const added = await add.run({ meeting, title, kind, minutes: 10, about })
    return added !== undefined && (await steer.run({ meeting, item: added.item })) !== undefined
  }
  return { present, take, isPending: present.isPending || add.isPending || steer.isPending }
}

function in3Months(): string {
  const today = new Date()
  return dayOf(new Date(today.getFullYear(), today.getMonth() + 3, today.getDate()))
}
