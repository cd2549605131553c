import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { classNames } from './class-names.ts'
import { FieldParts, type FieldProps } from './Field.tsx'

export type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly autoFocus?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly maxLength?: number | undefined
  readonly type?: 'text' | 'search' | 'password' | undefined
  readonly name?: string | undefined
  readonly autoComplete?: string | undefined
  readonly isReadOnly?: boolean | undefined
}

/** One line of text. It takes the direction of what is written in it. */
export function TextField({ label, description, errorMessage, className, placeholder, ...field }: TextFieldProps) {
  const { value, onChange, onBlur, isRequired, isDisabled, isReadOnly, autoFocus, maxLength } = field
  return (
    <AriaTextField
      className={classNames('ui-field', className)}
      value={value}
      onChange={onChange}
      onBlur={() => onBlur?.()}
      isRequired={isRequired ?? false}
      isDisabled={isDisabled ?? false}
      isReadOnly={isReadOnly ?? false}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      autoFocus={autoFocus ?? false}
      type={field.type ?? 'text'}
      autoComplete={field.autoComplete ?? 'off'}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(field.name === undefined ? {} : { name: field.name })}
    >
      <FieldParts label={label} description={description} errorMessage={errorMessage} isRequired={isRequired}>
        <Input
          className="ui-input"
          dir="auto"
          // Which of them gets the focus of a page that opens, Page says.
          {...(autoFocus === true ? { 'data-autofocus': '' } : {})}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      </FieldParts>
    </AriaTextField>
  )
}
