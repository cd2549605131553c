import type { Circle } from '../roles/role-data.ts'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { byName } from '../words/by-name.ts'
import { useWords } from '../words/words.tsx'

export type Named = { readonly nominee: string | null; readonly reason: string }
export const NOBODY: Named = { nominee: null, reason: '' }

type Props = { readonly circle: Circle; readonly value: Named; readonly onChange: (value: Named) => void }

/** Whom, and why. Everyone who is here can be named, oneself too. */
export function NominationFields({ circle, value, onChange }: Props) {
  const { t, language } = useWords()
  const here = circle.members.filter(({ state }) => state !== 'left' && state !== 'removed').toSorted(byName(language))
  return (
    <>
      <Select
        label={t('selections.whom')}
        value={value.nominee}
        onChange={(nominee) => onChange({ ...value, nominee })}
        items={here.map(({ person, name }) => ({ id: person, label: name }))}
      />
      <TextArea
        label={t('selections.why')}
        description={t('selections.why.hint')}
        value={value.reason}
        onChange={(reason) => onChange({ ...value, reason })}
        rows={3}
      />
    </>
  )
}

export const isSaid = ({ nominee, reason }: Named): boolean => nominee !== null && reason.trim() !== ''
