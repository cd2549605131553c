import type { ReactNode } from 'react'
import { buttonClass, type ButtonLook } from './Button.tsx'

type LinkButtonProps = ButtonLook & {
  /** Inside the window: '#/circles/…'. */
  readonly href: string
  readonly children: ReactNode
}

/** Goes somewhere, and looks like a button. */
export function LinkButton({ href, icon, children, ...look }: LinkButtonProps) {
  return (
    <a href={href} className={buttonClass(look, false)}>
      {icon}
      <span className="ui-button-words">{children}</span>
    </a>
  )
}
