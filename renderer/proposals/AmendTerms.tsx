import { DateField } from '../ui/DateField.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { WayFieldsOf } from '../ways/WayFieldsOf.tsx'
import { useWords } from '../words/words.tsx'
import { type AmendDraft, type TermPart, termPartsOf, wayIn } from './amend-terms.ts'
import { tomorrow } from './days.ts'
import type { Proposal } from './page-data.ts'

type Props = {
  readonly version: Proposal['versions'][number]
  readonly draft: AmendDraft
  readonly onChange: (change: Partial<AmendDraft>) => void
}

/** What an objection is often taken care of by, beside the words: a shorter term, an earlier look, something to measure. */
export function AmendTerms({ version, draft, onChange }: Props) {
  const { t } = useWords()
  const parts = termPartsOf(version)
  const way = wayIn(version)
  return (
    <Disclosure title={t('proposals.amend.terms')} isOpenAtFirst={parts.length > 0 || way !== null}>
      <div className="proposal-terms">
        {parts.map((part) => (
          <PartField
            key={part.part}
            part={part}
            value={draft.parts[part.part] ?? ''}
            onChange={(value) => onChange({ parts: { ...draft.parts, [part.part]: value } })}
          />
        ))}
        {way !== null && draft.way !== null && (
          <WayFieldsOf rule={way.rule} fields={draft.way} onChange={(fields) => onChange({ way: fields })} />
        )}
        <DateField
          label={t('proposals.new.review')}
          value={draft.review}
          onChange={(review) => onChange({ review })}
          min={tomorrow()}
        />
        <TextArea
          label={t('proposals.new.criteria')}
          value={draft.criteria}
          onChange={(criteria) => onChange({ criteria })}
          rows={3}
        />
      </div>
    </Disclosure>
  )
}

type PartProps = { readonly part: TermPart; readonly value: string; readonly onChange: (value: string) => void }

function PartField({ part: { as, label }, value, onChange }: PartProps) {
  const { t } = useWords()
  const field = { label: t(label), value, onChange }
  if (as === 'day') return <DateField {...field} min={tomorrow()} />
  if (as === 'words') return <TextArea {...field} rows={2} />
  if (as === 'lines') return <TextArea {...field} rows={3} />
  return <TextField {...field} maxLength={200} />
}
