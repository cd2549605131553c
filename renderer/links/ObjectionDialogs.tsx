import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { ProposeDialog } from '../proposals/ProposeDialog.tsx'
import { CommandDialog } from '../shell/CommandDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { CircleShown, LinkLine, Trip } from './link-data.ts'

type Props = { readonly circle: CircleShown; readonly onClose: () => void }

/** A proposal to send an objection along a link: it takes this circle's consent, and keeps its words all the way. */
export function SendObjection({ link, circle, onClose }: Props & { readonly link: LinkLine }) {
  const { t } = useWords()
  const object = useCommand('trip', 'object')
  const [concerns, setConcerns] = useState('')
  const further = concerns.trim() === '' ? {} : { concerns }
  return (
    <ProposeDialog
      title={t('links.object.to', { name: link.name })}
      lead={t('links.object.means')}
      asks={t('links.object.reason')}
      first={{ title: '', text: '' }}
      command={object}
      send={async ({ title, text, review }) =>
        object.run({
          circle: circle.circle,
          to: link.circle,
          title,
          reason: text,
          ...further,
          review,
          asOf: circle.asOf,
        })
      }
      onClose={onClose}
    >
      <TextField
        label={t('links.concerns')}
        description={t('links.concerns.means')}
        value={concerns}
        onChange={setConcerns}
        maxLength={200}
      />
    </ProposeDialog>
  )
}

/** A proposal whose words go back the way that the objection came. */
export function AnswerObjection({ trip, circle, onClose }: Props & { readonly trip: Trip }) {
  const { t } = useWords()
  const answer = useCommand('trip', 'answer')
  return (
    <ProposeDialog
      title={t('links.answer')}
      lead={t('links.answer.means')}
      asks={t('links.answer.text')}
      first={{ title: trip.title, text: '' }}
      command={answer}
      send={async (words) =>
        answer.run({ circle: circle.circle, objection: trip.objection, ...words, asOf: circle.asOf })
      }
      onClose={onClose}
    />
  )
}

/** Hands it to another linked circle, whom it concerns more. Nobody is asked: the words are the other circle's. */
export function PassObjection({
  trip,
  circle,
  links,
  onClose,
}: Props & { readonly trip: Trip; readonly links: readonly LinkLine[] }) {
  const { t } = useWords()
  const pass = useCommand('trip', 'pass')
  const [to, setTo] = useState<string | null>(links[0]?.circle ?? null)
  const [reason, setReason] = useState('')
  const send = async () => {
    const why = reason.trim() === '' ? {} : { reason }
    const of = { circle: circle.circle, objection: trip.objection, to: to ?? '', ...why, asOf: circle.asOf }
    if ((await pass.run(of)) !== undefined) onClose()
  }
  return (
    <CommandDialog
      title={t('links.pass')}
      isOpen
      command={pass}
      label={t('links.pass.send')}
      isDisabled={to === null}
      onSend={() => void send()}
      onClose={onClose}
    >
      <p>{t('links.pass.means')}</p>
      <Select
        label={t('links.pass.to')}
        value={to}
        onChange={setTo}
        items={links.map(({ circle: id, name }) => ({ id, label: name }))}
        isRequired
      />
      <TextArea label={t('links.pass.reason')} value={reason} onChange={setReason} rows={2} />
    </CommandDialog>
  )
}
