import { useEffect, useRef } from 'react'
import { useToast } from '../ui/Toasts.tsx'
import { useWords } from '../words/words.tsx'

type Over = { readonly onClose: () => void; readonly onOpen: () => void }

/** Closes a dialog; where something unsent is in it, says that it is kept and offers the way back. */
export function useKeptWords(isUnsent: boolean, { onClose, onOpen }: Over): () => void {
  const { t } = useWords()
  const toast = useToast()
  const hide = useRef<() => void>(undefined)
  // The way back leads to a dialog of this page.
  useEffect(() => () => hide.current?.(), [])
  return () => {
    onClose()
    hide.current?.()
    if (isUnsent) hide.current = toast.show({ text: t('shell.kept'), undo: onOpen, label: t('shell.kept.open') })
  }
}
