import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { ProposeDialog } from '../proposals/ProposeDialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { WayLine } from './WayCard.tsx'
import type { Circle } from './WaysPage.tsx'

type Way = NonNullable<WayLine['way']>
type Fields = { readonly number: string; readonly words: string }
type Props = { readonly circle: Circle; readonly line: WayLine; readonly onClose: () => void }

/** The most that each way takes, as the rules have it. */
const MOST: Readonly<Partial<Record<Way['rule'], number>>> = {
  terms: 120,
  absentee: 365,
  lazy: 365,
  'spoken-words': 16,
  representatives: 100,
}
const HAS_WORDS: ReadonlySet<Way['rule']> = new Set(['lazy', 'qualifying', 'representatives', 'mirror'])

/** A proposal that makes something the circle's own way. */
export function ProposeWay({ circle, line, onClose }: Props) {
  const { t } = useWords()
  const { rule } = line
  const propose = useCommand('way', 'propose')
  const [fields, setFields] = useState<Fields>(() => firstOf(line.way))
  const most = MOST[rule]
  const way = wayOf(rule, fields)
  return (
    <ProposeDialog
      title={t(`ways.${rule}`)}
      lead={t(`ways.${rule}.means`)}
      first={{ title: t(`ways.${rule}`), text: t(`ways.${rule}.means`) }}
      isReady={way !== null}
      command={propose}
      send={async (words) =>
        way === null ? undefined : propose.run({ circle: circle.circle, way, asOf: circle.asOf, ...words })
      }
      onClose={onClose}
    >
      {most !== undefined && (
        <TextField
          label={t(`ways.${rule as 'lazy'}.number`)}
          value={fields.number}
          onChange={(number) => setFields({ ...fields, number })}
          isRequired
          {...(way === null && fields.number.trim() !== ''
            ? { description: t('ways.wholeNumber', { count: most }) }
            : {})}
        />
      )}
      {HAS_WORDS.has(rule) && (
        <TextArea
          label={t(`ways.${rule as 'lazy'}.words`)}
          value={fields.words}
          onChange={(words) => setFields({ ...fields, words })}
          rows={3}
          isRequired
        />
      )}
    </ProposeDialog>
  )
}

function firstOf(way: WayLine['way']): Fields {
  if (way === null) return { number: '', words: '' }
  const { rule: _rule, ...said } = way
  const number = Object.values(said).find((value) => typeof value === 'number')
  const words = Object.values(said).filter((value) => typeof value !== 'number')
  return { number: String(number ?? ''), words: words.flat().join('\n') }
}

/** Null while something is missing. */
function wayOf(rule: Way['rule'], { number, words }: Fields): Way | null {
  const count = Number(number)
  const least = rule === 'spoken-words' || rule === 'representatives' ? 2 : 1
  const most = MOST[rule]
  if (most !== undefined && !(Number.isInteger(count) && count >= least && count <= most)) return null
  const lines = words.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  if (HAS_WORDS.has(rule) && lines.length === 0) return null
  switch (rule) {
    case 'terms':
      return { rule, months: count }
    case 'absentee':
      return { rule, days: count }
    case 'lazy':
      return { rule, days: count, matters: lines.join('\n') }
    case 'qualifying':
      return { rule, criteria: lines.slice(0, 12) }
    case 'spoken-words':
      return { rule, witnesses: count }
    case 'mirror':
      return lines.length < 2 ? null : { rule, of: (lines[0] ?? '').slice(0, 200), shows: lines.slice(1, 33) }
    case 'representatives':
      return { rule, of: lines.join('\n'), most: count }
    default:
      return { rule: 'mutual-removal', outcome: 'both-suspended' }
  }
}
