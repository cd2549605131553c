import type { Way } from '../../src/domain/ways/way.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { HAS_WORDS, MOST, type WayFields } from './way-fields.ts'

type Props = {
  readonly rule: Way['rule']
  readonly fields: WayFields
  /** Whether what is typed makes a way. */
  readonly isWhole: boolean
  readonly onChange: (fields: WayFields) => void
}

/** What a way of the circle is said in: a number, words, or both. */
export function WayFieldsOf({ rule, fields, isWhole, onChange }: Props) {
  const { t } = useWords()
  const most = MOST[rule]
  return (
    <>
      {most !== undefined && (
        <TextField
          label={t(`ways.${rule as 'lazy'}.number`)}
          value={fields.number}
          onChange={(number) => onChange({ ...fields, number })}
          isRequired
          {...(!isWhole && fields.number.trim() !== '' ? { description: t('ways.wholeNumber', { count: most }) } : {})}
        />
      )}
      {HAS_WORDS.has(rule) && (
        <TextArea
          label={t(`ways.${rule as 'lazy'}.words`)}
          value={fields.words}
          onChange={(words) => onChange({ ...fields, words })}
          rows={3}
          isRequired
        />
      )}
    </>
  )
}
