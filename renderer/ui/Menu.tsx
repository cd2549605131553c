import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { ReactNode } from 'react'
import { Button, type ButtonLook } from './Button.tsx'
import { classNames } from './class-names.ts'
import './Menu.css'
import './Popover.css'

type MenuProps = ButtonLook & {
  /** On its button; with `isIconOnly`, heard only. */
  readonly label: string
  readonly isIconOnly?: boolean | undefined
  /** MenuItems. */
  readonly children: ReactNode
}

/** A button with a short list of things to do. */
export function Menu({ label, isIconOnly = false, children, ...look }: MenuProps) {
  return (
    <MenuTrigger>
      {isIconOnly ? <Button {...look} aria-label={label} /> : <Button {...look}>{label}</Button>}
      <Popover className="ui-popover ui-menu-popover" offset={6} placement="bottom end">
        <AriaMenu className="ui-options">{children}</AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

type MenuItemProps = {
  readonly children: string
  readonly onAction?: (() => void) | undefined
  /** Goes there instead. */
  readonly href?: string | undefined
  readonly icon?: ReactNode
  /** It cannot be taken back, or takes something away. */
  readonly isDanger?: boolean | undefined
  readonly isDisabled?: boolean | undefined
}

export function MenuItem({ children, onAction, href, icon, isDanger = false, isDisabled = false }: MenuItemProps) {
  return (
    <AriaMenuItem
      className={classNames('ui-option', isDanger && 'ui-option-danger')}
      textValue={children}
      isDisabled={isDisabled}
      {...(onAction === undefined ? {} : { onAction })}
      {...(href === undefined ? {} : { href })}
    >
      {icon}
      <span>{children}</span>
    </AriaMenuItem>
  )
}
