import type { ReactNode, SyntheticEvent } from 'react'

export interface FormProps {
  readonly onSend: () => unknown
  readonly className: string
  readonly children: ReactNode
}

/**
 * Fields that are sent together, also by Enter. Not React's `action`: it resets the form afterwards, and React Aria's
 * fields then forget what somebody wrote, also where it was refused.
 */
export function Form({ onSend, className, children }: FormProps) {
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <form className={className} onSubmit={send}>
      {children}
    </form>
  )
}
