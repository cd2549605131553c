import { RadioCards } from '../ui/RadioCards.tsx'
import { useWords } from '../words/words.tsx'

const CHOICES = ['nobody', 'lan', 'internet'] as const
export type ReachId = (typeof CHOICES)[number]

/** Who may find this device for a circle, and what each choice shows to others. */
export function WhoFinds({
  value,
  onChange,
}: {
  readonly value: ReachId
  readonly onChange: (wanted: ReachId) => void
}) {
  const { t } = useWords()
  const options = CHOICES.map((id) => ({
    id,
    title: t(`people.reach.${id}`),
    description: t(`people.reach.${id}.what`),
  }))
  return (
    <RadioCards
      label={t('people.reach.label')}
      description={t('people.reach.lead')}
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}
