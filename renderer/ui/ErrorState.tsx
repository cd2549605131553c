import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'
import { useUiWords } from './ui-words.ts'

type ErrorStateProps = {
  /** What happened, in plain words. */
  readonly message: string
  /** What to do next. */
  readonly nextStep?: string | undefined
  readonly onRetry?: (() => void) | undefined
  readonly className?: string | undefined
}

/** Something went wrong: what, and what to do now. */
export function ErrorState({ message, nextStep, onRetry, className }: ErrorStateProps) {
  const { retry } = useUiWords()
  return (
    <Notice
      tone="error"
      title={message}
      className={className}
      action={onRetry === undefined ? undefined : <Button onPress={onRetry}>{retry}</Button>}
    >
      {nextStep}
    </Notice>
  )
}
