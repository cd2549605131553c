import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { useUiWords } from './ui-words.ts'
import './Button.css'

export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

/** What a button and a link that looks like one share. */
export type ButtonLook = {
  /** One primary at most in a place: the thing to do next. */
  readonly variant?: ButtonVariant | undefined
  readonly size?: ButtonSize | undefined
  readonly icon?: ReactNode
  readonly className?: string | undefined
}

export type ButtonProps = ButtonLook &
  Pick<AriaButtonProps, 'aria-describedby' | 'aria-expanded' | 'aria-haspopup' | 'slot'> & {
    readonly children?: ReactNode
    /** For a button that shows an icon only. */
    readonly 'aria-label'?: string | undefined
    readonly onPress?: (() => void) | undefined
    /** Under way: it keeps the focus and its words, and does nothing more. */
    readonly isPending?: boolean | undefined
    readonly isDisabled?: boolean | undefined
    readonly type?: 'button' | 'submit' | undefined
    readonly autoFocus?: boolean | undefined
  }

export function Button({
  variant = 'quiet',
  size = 'medium',
  icon,
  className,
  children,
  isPending = false,
  isDisabled = false,
  type = 'button',
  autoFocus = false,
  onPress,
  'aria-label': ariaLabel,
  ...rest
}: ButtonProps) {
  const { busy } = useUiWords()
  return (
    <AriaButton
      {...rest}
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      {...(onPress === undefined ? {} : { onPress: () => onPress() })}
      type={type}
      autoFocus={autoFocus}
      isPending={isPending}
      isDisabled={isDisabled}
      className={buttonClass({ variant, size, className }, children === undefined)}
    >
      {isPending ? <ProgressBar className="ui-button-busy" aria-label={busy} isIndeterminate /> : icon}
      {children !== undefined && <span className="ui-button-words">{children}</span>}
    </AriaButton>
  )
}

export function buttonClass({ variant = 'quiet', size = 'medium', className }: ButtonLook, isIconOnly: boolean) {
  return classNames(
    'ui-button',
    `ui-button-${variant}`,
    size !== 'medium' && `ui-button-${size}`,
    isIconOnly && 'ui-button-icon-only',
    className,
  )
}
