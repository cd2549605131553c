import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { ProposeDialog } from '../proposals/ProposeDialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { CircleShown, LinkLine } from './link-data.ts'

type Props = { readonly link: LinkLine; readonly circle: CircleShown; readonly onClose: () => void }

/** A proposal to consent to just what the other circle consented to. */
export function AcceptLink({ link, circle, onClose }: Props) {
  const { t } = useWords()
  const accept = useCommand('link', 'accept')
  const [name, setName] = useState(link.name)
  const seat = t(link.as === 'below' ? 'links.leaderOf' : 'links.seatOf', { name: name.trim() })
  // A link that is renewed keeps what its seat is called.
  const called = link.agreement === null ? { seat } : {}
  return (
    <ProposeDialog
      title={t('links.accept')}
      lead={t('links.accept.means')}
      isReady={name.trim() !== ''}
      command={accept}
      send={async ({ review }) =>
        accept.run({ circle: circle.circle, other: link.circle, name, ...called, review, asOf: circle.asOf })
      }
      onClose={onClose}
    >
      <TextField label={t('links.name')} value={name} onChange={setName} maxLength={100} isRequired />
    </ProposeDialog>
  )
}

type Ending = Omit<Props, 'link'> & { readonly links: readonly LinkLine[] }

/** A proposal to end one link or all: this circle decides alone, and it holds at once. */
export function EndLinks({ links, circle, onClose }: Ending) {
  const { t } = useWords()
  const end = useCommand('link', 'end')
  const [reason, setReason] = useState('')
  return (
    <ProposeDialog
      title={t(links.length > 1 ? 'links.endAll' : 'links.end')}
      lead={t('links.end.means')}
      isReady={reason.trim() !== ''}
      command={end}
      send={async ({ review }) =>
        end.run({ circle: circle.circle, others: links.map((link) => link.circle), reason, review, asOf: circle.asOf })
      }
      onClose={onClose}
    >
      <TextArea label={t('links.end.reason')} value={reason} onChange={setReason} rows={3} isRequired />
    </ProposeDialog>
  )
}
