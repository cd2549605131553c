import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button } from './Button.tsx'

interface UpDownProps {
  /** What is moved is in each. */
  readonly up: string
  readonly down: string
  /** Undefined where it is at that end. */
  readonly onUp: (() => void) | undefined
  readonly onDown: (() => void) | undefined
}

/** Moves something in a list by one place. */
export function UpDown({ up, down, onUp, onDown }: UpDownProps) {
  return (
    <>
      <Button
        variant="plain"
        size="small"
        aria-label={up}
        icon={<ArrowUp aria-hidden />}
        isDisabled={onUp === undefined}
        onPress={onUp}
      />
      <Button
        variant="plain"
        size="small"
        aria-label={down}
        icon={<ArrowDown aria-hidden />}
        isDisabled={onDown === undefined}
        onPress={onDown}
      />
    </>
  )
}
