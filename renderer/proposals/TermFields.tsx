import type { Client } from '../../src/api/client.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { tomorrow } from './days.ts'
import { NOBODY, type Terms } from './terms.ts'

type Props = {
  readonly terms: Terms
  readonly onChange: (change: Partial<Terms>) => void
  readonly circle: Awaited<ReturnType<Client['circle']['show']>>
}

export function TermFields({ terms, onChange, circle }: Props) {
  const { t } = useWords()
  const set = (field: keyof Terms) => (value: string) => onChange({ [field]: value })
  const guests = circle.members.filter(({ state }) => state === 'guest')
  return (
    <>
      <TextField
        label={t('proposals.new.title')}
        value={terms.title}
        onChange={set('title')}
        isRequired
        autoFocus
        maxLength={200}
      />
      <TextArea
        label={t('proposals.new.text')}
        description={t('proposals.new.textHint')}
        value={terms.text}
        onChange={set('text')}
        rows={8}
        isRequired
      />
      <DateField
        label={t('proposals.new.review')}
        description={t('proposals.new.reviewHint')}
        value={terms.review}
        onChange={set('review')}
        min={tomorrow()}
        isRequired
      />
      <Checkbox
        label={t('proposals.new.lapses')}
        description={t('proposals.new.lapsesHint')}
        isSelected={terms.lapses}
        onChange={(lapses) => onChange({ lapses })}
      />
      <TextArea
        label={t('proposals.new.driver')}
        description={t('proposals.new.driverHint')}
        value={terms.driver}
        onChange={set('driver')}
        rows={3}
      />
      <TextArea label={t('proposals.new.criteria')} value={terms.criteria} onChange={set('criteria')} rows={3} />
      {guests.length > 0 && (
        <Select
          label={t('proposals.new.admits')}
          value={terms.admits}
          onChange={set('admits')}
          items={[
            { id: NOBODY, label: t('proposals.new.nobody') },
            ...guests.map(({ person, name }) => ({ id: person, label: name })),
          ]}
        />
      )}
    </>
  )
}
