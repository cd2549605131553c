import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.tsx'

type Props = {
  /** What the dialog is for, on its main button. */
  readonly label: string
  readonly isPending: boolean
  readonly isDisabled: boolean
  readonly onSend: () => void
  readonly onClose: () => void
}

/** The two ways out of a dialog in which something is said: not now, and saying it. */
export function DialogActions({ label, isPending, isDisabled, onSend, onClose }: Props) {
  const { t } = useWords()
  return (
    <>
      <Button variant="plain" onPress={onClose}>
        {t('proposals.cancel')}
      </Button>
      <Button variant="primary" isPending={isPending} isDisabled={isDisabled} onPress={onSend}>
        {label}
      </Button>
    </>
  )
}
