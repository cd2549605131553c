import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { useUiWords } from './ui-words.ts'

export type ToastContent = {
  readonly text: string
  /** Takes the thing back; offered as long as the message stands. */
  readonly undo?: (() => void) | undefined
  /** What the button for it says, where "Undo" would promise too much. */
  readonly label?: string | undefined
}

const READING_MS = 8_000
/** Time to notice, think and reach the button, also with a keyboard or a switch. */
const UNDO_MS = 20_000

/** It does not go while the pointer or the focus is on it. */
export function Toast({ text, undo, label, onLeave }: ToastContent & { readonly onLeave: () => void }) {
  const { close, undo: undoWord } = useUiWords()
  const [isHeld, setHeld] = useState(false)
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  })
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(() => leave.current(), undo === undefined ? READING_MS : UNDO_MS)
    return () => clearTimeout(timer)
  }, [isHeld, undo])
  return (
    <div
      className="ui-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{text}</p>
      <div className="ui-toast-buttons">
        {undo !== undefined && (
          <Button
            size="small"
            onPress={() => {
              undo()
              onLeave()
            }}
          >
            {label ?? undoWord}
          </Button>
        )}
        <Button variant="plain" size="small" aria-label={close} icon={<X aria-hidden />} onPress={onLeave} />
      </div>
    </div>
  )
}
