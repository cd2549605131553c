import { useLive } from '../node/use-live.ts'
import { Select } from '../ui/Select.tsx'
import { useWords } from '../words/words.tsx'

type Props = {
  readonly circle: string
  readonly as: 'escalated' | 'to-helping-circle'
  readonly value: string | null
  readonly onChange: (id: string) => void
}

/** To whom a proposal is handed on: a member who carries it, or a helping circle. */
export function HandOn({ circle, as, value, onChange }: Props) {
  const { t } = useWords()
  const members = useLive('circle', 'show', { circle }).data?.members ?? []
  const helping = useLive('helpingCircle', 'list', { circle }).data?.items ?? []
  const items =
    as === 'escalated'
      ? members
          .filter(({ state }) => state !== 'left' && state !== 'removed')
          .map(({ person, name }) => ({ id: person, label: name }))
      : helping.filter(({ state }) => state !== 'dissolved').map(({ helping: id, name }) => ({ id, label: name }))
  if (items.length === 0) return <p>{t('helping.none')}</p>
  return (
    <Select
      label={t(as === 'escalated' ? 'proposals.end.carrier' : 'proposals.end.helping')}
      items={items}
      value={value}
      onChange={onChange}
      isRequired
    />
  )
}
