import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { ProposeDialog } from '../proposals/ProposeDialog.tsx'
import { useWords } from '../words/words.tsx'
import type { WayLine } from './WayCard.tsx'
import { fieldsOf, wayOf } from './way-fields.ts'
import { WayFieldsOf } from './WayFieldsOf.tsx'
import type { Circle } from './WaysPage.tsx'

type Props = { readonly circle: Circle; readonly line: WayLine; readonly onClose: () => void }

/** A proposal that makes something the circle's own way. */
export function ProposeWay({ circle, line, onClose }: Props) {
  const { t } = useWords()
  const { rule } = line
  const propose = useCommand('way', 'propose')
  const [fields, setFields] = useState(() => fieldsOf(line.way))
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
      <WayFieldsOf rule={rule} fields={fields} onChange={setFields} />
    </ProposeDialog>
  )
}
