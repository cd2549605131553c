import { Plus } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { useWords } from '../words/words.tsx'

type Props = {
  /** One a line. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** Concerns that are no criterion yet: one press makes one of each. */
  readonly offered: readonly string[]
}

/** How the circle will know that it works; what somebody worried about is offered as a criterion. */
export function Criteria({ value, onChange, offered }: Props) {
  const { t } = useWords()
  const lines = value.split('\n')
  // A criterion is one line here, whatever the concern was.
  const open = offered.map((text) => text.replaceAll(/\s+/g, ' ')).filter((text) => !lines.includes(text))
  const take = (text: string) => onChange([...lines.filter((line) => line.trim() !== ''), text].join('\n'))
  return (
    <>
      <TextArea label={t('proposals.new.criteria')} value={value} onChange={onChange} rows={3} />
      {open.length > 0 && (
        <div className="proposal-list" role="group" aria-label={t('agreements.criteria.take')}>
          <p className="proposal-lead">{t('agreements.criteria.take')}</p>
          <div className="proposal-beginnings">
            {open.map((text) => (
              <Button key={text} icon={<Plus aria-hidden />} onPress={() => take(text)}>
                <bdi>{text}</bdi>
              </Button>
            ))}
          </div>
        </div>
      )}
    </>
  )
}
