import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import type { ReactNode } from 'react'
import './Tooltip.css'

type TooltipProps = {
  readonly text: string
  /** A Button. Nothing a person needs may be said here only: a finger cannot hover. */
  readonly children: ReactNode
}

export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={100}>
      {children}
      <AriaTooltip className="ui-tooltip" offset={8}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
