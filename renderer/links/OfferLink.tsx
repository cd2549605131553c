import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { inMonths, tomorrow } from '../proposals/days.ts'
import { ProposeDialog } from '../proposals/ProposeDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { CircleShown, LinkLine } from './link-data.ts'

const WHOLE_ID = /^[0-9a-f]{64}$/
const A_YEAR = 12
/** How many each sends: a double link where both send somebody, a single link where only one does. */
const COUNTS = ['0', '1', '2', '3']
const KINS = ['beside', 'above', 'below'] as const

type Props = {
  readonly circle: CircleShown
  /** A circle that is known here already, and what it is to this one. */
  readonly to?: { readonly other: string; readonly name: string; readonly as: (typeof KINS)[number] }
  /** A link that is there already: its words may be said otherwise, and how long it lasts. */
  readonly renews?: LinkLine
  readonly onClose: () => void
}

/** A proposal to offer a link, or to renew one: both circles consent, each by itself. */
export function OfferLink({ circle, to, renews, onClose }: Props) {
  const { t } = useWords()
  const propose = useCommand('link', 'propose')
  const first = renews === undefined ? to : firstOf(renews)
  const [of, setOf] = useState({ other: '', name: '', aim: '', shares: '', ...first, until: inMonths(A_YEAR) })
  const [seats, setSeats] = useState(renews?.terms ?? { sends: 1, receives: 1 })
  const [as, setAs] = useState<(typeof KINS)[number]>(first?.as ?? 'beside')
  const isSaid = [of.name, of.aim, of.shares].every((text) => text.trim() !== '')
  const isReady = isSaid && WHOLE_ID.test(of.other.trim()) && seats.sends + seats.receives > 0
  const seat = t(as === 'below' ? 'links.leaderOf' : 'links.seatOf', { name: of.name.trim() })
  const isOver = renews?.state === 'ended'
  // What is there already keeps what it is called.
  const named = renews === undefined ? { seat } : {}
  return (
    <ProposeDialog
      title={t(renews === undefined ? 'links.offer' : isOver ? 'links.anew' : 'links.renew')}
      lead={t(renews === undefined || isOver ? 'links.offer.means' : 'links.renew.means')}
      isReady={isReady}
      command={propose}
      send={async ({ review }) =>
        propose.run({ circle: circle.circle, ...of, as, ...countsOf(seats), ...named, review, asOf: circle.asOf })
      }
      onClose={onClose}
    >
      {renews === undefined && (
        <TextField label={t('links.other')} value={of.other} onChange={(other) => setOf({ ...of, other })} isRequired />
      )}
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

const firstOf = ({ circle: other, name, as, terms }: LinkLine) => {
  return { other, name, as, aim: terms?.aim ?? '', shares: terms?.shares ?? '' }
}
const countsOf = ({ sends, receives }: Seats): Seats => ({ sends, receives })

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
