import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { byName } from '../words/by-name.ts'
import { useWords } from '../words/words.tsx'
import { NOBODY, type Member, type TypedAction } from './action-data.ts'
import './actions.css'

type Props = {
  readonly people: readonly Member[]
  readonly value: TypedAction
  readonly onChange: (value: TypedAction) => void
}

/** What is to be done, who does it, by when, and what it waits for. */
export function ActionFields({ people, value, onChange }: Props) {
  const { t, language } = useWords()
  const set = (field: keyof TypedAction) => (next: string) => onChange({ ...value, [field]: next })
  return (
    <>
      <TextField label={t('actions.text')} value={value.text} onChange={set('text')} />
      <div className="action-row">
        <Select
          label={t('actions.owner')}
          value={value.owner}
          onChange={set('owner')}
          items={[
            { id: NOBODY, label: t('backlog.nobody') },
            ...people.toSorted(byName(language)).map(({ person, name }) => ({ id: person, label: name })),
          ]}
        />
        <DateField label={t('actions.due')} value={value.due} onChange={set('due')} />
      </div>
      <TextField label={t('actions.waitingFor')} value={value.waitingFor} onChange={set('waitingFor')} />
    </>
  )
}
