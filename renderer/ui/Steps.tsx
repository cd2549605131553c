import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { useUiWords } from './ui-words.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import './Steps.css'

export type StepState = 'done' | 'now' | 'later' | 'skipped'

type StepsProps = {
  readonly label: string
  readonly steps: readonly {
    readonly id: string
    readonly label: string
    readonly state: StepState
    readonly detail?: ReactNode
  }[]
  readonly className?: string | undefined
}

const MARKS: Readonly<Record<StepState, ReactNode>> = {
  done: (
    <>
      <circle cx="12" cy="12" r="10" className="ui-step-fill" />
      <path d="m7.5 12.4 3 3 6-6.6" className="ui-step-cut" />
    </>
  ),
  now: (
    <>
      <circle cx="12" cy="12" r="9" />
      <circle cx="12" cy="12" r="4.5" className="ui-step-fill" />
    </>
  ),
  later: <circle cx="12" cy="12" r="8" />,
  skipped: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="m7.5 16.5 9-9" />
    </>
  ),
}

/** The way a proposal goes, and where on it one is. In a row where there is room, otherwise one under the other. */
export function Steps({ label, steps, className }: StepsProps) {
  const words = useUiWords().step
  return (
    <div className={classNames('ui-steps-room', className)}>
      <ol className="ui-steps" aria-label={label}>
        {steps.map((step) => (
          <li
            key={step.id}
            className={`ui-step ui-step-${step.state}`}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            <svg className="ui-step-mark" viewBox="0 0 24 24" aria-hidden>
              {MARKS[step.state]}
            </svg>
            <span className="ui-step-words">
              <span className="ui-step-label">{step.label}</span>
              <VisuallyHidden> ({words[step.state]})</VisuallyHidden>
              {step.detail !== undefined && <span className="ui-step-detail">{step.detail}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
