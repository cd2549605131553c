import type { ReactNode } from 'react'
import type { Command } from '../node/use-command.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/words.tsx'
import { Refused } from './Refused.tsx'

/** How what was asked of the node stands. */
export type Sent = Pick<Command<never, never>, 'isPending' | 'refusal' | 'error'>

type Props = {
  readonly title: string
  readonly isOpen: boolean
  readonly size?: 'normal' | 'wide'
  /** What the dialog asks: while it is under way it is not sent again, and a refusal stands under the fields. */
  readonly command: Sent
  /** What the dialog is for, on its main button. */
  readonly label: string
  readonly isDisabled: boolean
  readonly onSend: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog in which one thing is said; the two ways out of it are not now, and saying it. */
export function CommandDialog(props: Props) {
  const { title, isOpen, size, command, label, isDisabled, onSend, onClose, children } = props
  const { t } = useWords()
  const actions = (
    <>
      <Button variant="plain" onPress={onClose}>
        {t('proposals.cancel')}
      </Button>
      <Button variant="primary" isPending={command.isPending} isDisabled={isDisabled} onPress={onSend}>
        {label}
      </Button>
    </>
  )
  return (
    <Dialog title={title} isOpen={isOpen} size={size} onClose={onClose} actions={actions}>
      {children}
      <Refused of={command} />
    </Dialog>
  )
}
