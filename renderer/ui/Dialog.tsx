import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { classNames } from './class-names.ts'
import { useUiWords } from './ui-words.ts'
import './Dialog.css'

type DialogProps = {
  readonly title: string
  readonly isOpen: boolean
  /** By its button, or the Escape key. A press beside it closes nothing: what is half written is not lost by a slip. */
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at its foot, the main one last. */
  readonly actions?: ReactNode
  readonly size?: 'normal' | 'wide' | undefined
  readonly className?: string | undefined
}

/** Over the page, holding the focus until it is closed; it fills a narrow window. */
export function Dialog({ title, isOpen, onClose, children, actions, size = 'normal', className }: DialogProps) {
  const { close } = useUiWords()
  return (
    <ModalOverlay className="ui-veil" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className={classNames('ui-modal', `ui-modal-${size}`)}>
        <AriaDialog className={classNames('ui-dialog', className)}>
          <header className="ui-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button variant="plain" aria-label={close} icon={<X aria-hidden />} onPress={onClose} />
          </header>
          <div className="ui-dialog-body">{children}</div>
          {actions !== undefined && <footer className="ui-dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
