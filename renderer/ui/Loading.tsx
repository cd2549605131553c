import { useId } from 'react'
import { classNames } from './class-names.ts'
import './Loading.css'

type LoadingProps = {
  readonly label: string
  /** From 0 to 1, where it is known. */
  readonly progress?: number | undefined
  readonly className?: string | undefined
}

/** Something is on its way. What is soon there is not announced: it shows only after a moment. */
export function Loading({ label, progress, className }: LoadingProps) {
  const id = useId()
  return (
    <div className={classNames('ui-loading', className)}>
      {progress === undefined && (
        <svg className="ui-loading-rings" viewBox="0 0 48 24" aria-hidden>
          <circle cx="14" cy="12" r="8" />
          <circle cx="24" cy="12" r="8" />
          <circle cx="34" cy="12" r="8" />
        </svg>
      )}
      <p id={id} role="status">
        {label}
      </p>
      {progress !== undefined && <progress aria-labelledby={id} max={1} value={progress} />}
    </div>
  )
}
