import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { ProposeDialog } from '../proposals/ProposeDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle } from './PartsPage.tsx'

type Props = { readonly circle: Circle; readonly onClose: () => void }

/** A part of what the circle looks after becomes a circle of its own. */
export function NewSubCircle({ circle, onClose }: Props) {
  const { t } = useWords()
  const propose = useCommand('subCircle', 'propose')
  const [of, setOf] = useState({ name: '', aim: '', domain: '' })
  const [founder, setFounder] = useState<string | null>(null)
  const members = circle.members.filter(({ state }) => state === 'joined' || state === 'on-leave')
  const { domain, ...rest } = of
  return (
    <ProposeDialog
      title={t('sub.new')}
      lead={t('sub.new.means')}
      isReady={of.name.trim() !== '' && of.aim.trim() !== '' && founder !== null}
      command={propose}
      send={async ({ review }) =>
        propose.run({
          circle: circle.circle,
          ...rest,
          ...(domain.trim() === '' ? {} : { domain }),
          founder: founder ?? '',
          review,
          asOf: circle.asOf,
        })
      }
      onClose={onClose}
    >
      <TextField
        label={t('circles.new.name')}
        value={of.name}
        onChange={(name) => setOf({ ...of, name })}
        maxLength={200}
        isRequired
      />
      <TextArea
        label={t('circles.new.aim')}
        value={of.aim}
        onChange={(aim) => setOf({ ...of, aim })}
        rows={2}
        isRequired
      />
      <TextArea
        label={t('circles.new.domain')}
        value={domain}
        onChange={(text) => setOf({ ...of, domain: text })}
        rows={2}
      />
      <Select
        label={t('sub.founder')}
        value={founder}
        onChange={setFounder}
        items={members.map(({ person, name }) => ({ id: person, label: name }))}
        isRequired
      />
    </ProposeDialog>
  )
}

const WHOLE_ID = /^[0-9a-f]{64}$/

/** A circle that formed alone is taken in as a sub-circle. */
export function AdoptCircle({ circle, onClose }: Props) {
  const { t } = useWords()
  const propose = useCommand('subCircle', 'adopt')
  const [of, setOf] = useState({ other: '', name: '' })
  return (
    <ProposeDialog
      title={t('sub.adopt')}
      lead={t('sub.adopt.means')}
      isReady={WHOLE_ID.test(of.other.trim()) && of.name.trim() !== ''}
      command={propose}
      send={async ({ review }) =>
        propose.run({ circle: circle.circle, other: of.other.trim(), name: of.name, review, asOf: circle.asOf })
      }
      onClose={onClose}
    >
      <TextField label={t('sub.otherId')} value={of.other} onChange={(other) => setOf({ ...of, other })} isRequired />
      <TextField
        label={t('circles.new.name')}
        value={of.name}
        onChange={(name) => setOf({ ...of, name })}
        maxLength={200}
        isRequired
      />
    </ProposeDialog>
  )
}
