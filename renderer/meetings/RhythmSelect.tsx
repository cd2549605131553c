import type { Rhythm } from '../../src/api/rhythm.ts'
import { Select } from '../ui/Select.tsx'
import { useWords } from '../words/words.tsx'

const USUAL: readonly Rhythm[] = [
  { unit: 'week', every: 1 },
  { unit: 'week', every: 2 },
  { unit: 'month', every: 1 },
]
const idOf = (rhythm: Rhythm | null) => (rhythm === null ? 'once' : `${rhythm.unit}-${rhythm.every}`)

export const rhythmWords = ({ unit, every }: Rhythm) => [`meetings.rhythm.${unit}`, { count: every }] as const

type Props = { readonly value: Rhythm | null; readonly onChange: (rhythm: Rhythm | null) => void }

/** [T9] How often people meet again: the usual ones, and the one there is. */
export function RhythmSelect({ value, onChange }: Props) {
  const { t } = useWords()
  const isOther = value !== null && USUAL.every((one) => idOf(one) !== idOf(value))
  const all = isOther ? [...USUAL, value] : USUAL
  const items = all.map((one) => ({ id: idOf(one), label: t(...rhythmWords(one)) }))
  return (
    <Select
      label={t('meetings.rhythm')}
      items={[{ id: 'once', label: t('meetings.rhythm.once') }, ...items]}
      value={idOf(value)}
      onChange={(id) => onChange(all.find((one) => idOf(one) === id) ?? null)}
    />
  )
}
