import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { inMonths, tomorrow } from '../proposals/days.ts'
import { ProposeDialog } from '../proposals/ProposeDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { CircleShown } from './link-data.ts'

const WHOLE_ID = /^[0-9a-f]{64}$/
const A_YEAR = 12
/** Who sends whom: a double link both ways, a single link one way. */
const WAYS = { double: [1, 1], there: [1, 0], here: [0, 1] } as const
const KINS = ['beside', 'above', 'below'] as const

type Props = {
  readonly circle: CircleShown
  /** A circle that is known here already, and what it is to this one. */
  readonly to?: { readonly other: string; readonly name: string; readonly as: (typeof KINS)[number] }
  readonly onClose: () => void
}

/** A proposal to offer a link: both circles consent, each by itself. */
export function OfferLink({ circle, to, onClose }: Props) {
  const { t } = useWords()
  const propose = useCommand('link', 'propose')
  const [of, setOf] = useState({
    other: to?.other ?? '',
    name: to?.name ?? '',
    aim: '',
    shares: '',
    until: inMonths(A_YEAR),
  })
  const [way, setWay] = useState<keyof typeof WAYS>('double')
  const [as, setAs] = useState<(typeof KINS)[number]>(to?.as ?? 'beside')
  const isReady = WHOLE_ID.test(of.other.trim()) && [of.name, of.aim, of.shares].every((text) => text.trim() !== '')
  const [sends, receives] = WAYS[way]
  const seat = t('links.seatOf', { name: of.name.trim() })
  return (
    <ProposeDialog
      title={t('links.offer')}
      lead={t('links.offer.means')}
      isReady={isReady}
      command={propose}
      send={async ({ review }) =>
        propose.run({ circle: circle.circle, ...of, as, sends, receives, seat, review, asOf: circle.asOf })
      }
      onClose={onClose}
    >
      <TextField label={t('links.other')} value={of.other} onChange={(other) => setOf({ ...of, other })} isRequired />
      <TextField
        label={t('links.name')}
        value={of.name}
        onChange={(name) => setOf({ ...of, name })}
        maxLength={100}
        isRequired
      />
      <TextArea label={t('links.aim')} value={of.aim} onChange={(aim) => setOf({ ...of, aim })} rows={2} isRequired />
      <TextArea
        label={t('links.shares')}
        value={of.shares}
        onChange={(shares) => setOf({ ...of, shares })}
        rows={2}
        isRequired
      />
      <Select
        label={t('links.way')}
        value={way}
        onChange={(id) => setWay(id)}
        items={(['double', 'there', 'here'] as const).map((id) => ({ id, label: t(`links.way.${id}`) }))}
      />
      <Select
        label={t('links.as')}
        value={as}
        onChange={(id) => setAs(id)}
        items={KINS.map((id) => ({ id, label: t(`links.as.${id}`) }))}
      />
      <DateField
        label={t('links.until')}
        value={of.until}
        onChange={(until) => setOf({ ...of, until })}
        min={tomorrow()}
        isRequired
      />
    </ProposeDialog>
  )
}
