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
/** How many each sends: a double link where both send somebody, a single link where only one does. */
const COUNTS = ['0', '1', '2', '3']
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
  const [of, setOf] = useState({ other: '', name: '', aim: '', shares: '', ...to, until: inMonths(A_YEAR) })
  const [seats, setSeats] = useState({ sends: 1, receives: 1 })
  const [as, setAs] = useState<(typeof KINS)[number]>(to?.as ?? 'beside')
  const isSaid = [of.name, of.aim, of.shares].every((text) => text.trim() !== '')
  const isReady = isSaid && WHOLE_ID.test(of.other.trim()) && seats.sends + seats.receives > 0
  const seat = t(as === 'below' ? 'links.leaderOf' : 'links.seatOf', { name: of.name.trim() })
  return (
    <ProposeDialog
      title={t('links.offer')}
      lead={t('links.offer.means')}
      isReady={isReady}
      command={propose}
      send={async ({ review }) =>
        propose.run({ circle: circle.circle, ...of, as, ...seats, seat, review, asOf: circle.asOf })
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
      <SeatCounts value={seats} onChange={setSeats} />
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

type Seats = { readonly sends: number; readonly receives: number }

function SeatCounts({ value, onChange }: { readonly value: Seats; readonly onChange: (seats: Seats) => void }) {
  const { t } = useWords()
  return (['sends', 'receives'] as const).map((which) => (
    <Select
      key={which}
      label={t(`links.${which}`)}
      value={String(value[which])}
      onChange={(count) => onChange({ ...value, [which]: Number(count) })}
      items={COUNTS.map((count) => ({ id: count, label: count }))}
    />
  ))
}
