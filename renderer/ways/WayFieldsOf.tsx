import type { Way } from '../../src/domain/ways/way.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { HAS_WORDS, isNumberOf, MOST, type WayFields } from './way-fields.ts'

type Props = {
  readonly rule: Way['rule']
  readonly fields: WayFields
  readonly onChange: (fields: WayFields) => void
}

/** What a way of the circle is said in: a number, words, or both. */
export function WayFieldsOf({ rule, fields, onChange }: Props) {
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
          {...(isNumberOf(rule, fields.number) || fields.number.trim() === ''
            ? {}
            : { description: t('ways.wholeNumber', { count: most }) })}
        />
      )}
      {rule === 'mirror' && (
        <TextField
          label={t('ways.mirror.name')}
          value={fields.name}
          onChange={(name) => onChange({ ...fields, name })}
          maxLength={200}
          isRequired
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
