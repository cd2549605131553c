import type { ReactNode } from 'react'
import './VisuallyHidden.css'

/** For those who hear the page. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className="ui-hidden">{children}</span>
}
