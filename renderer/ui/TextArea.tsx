import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { classNames } from './class-names.ts'
import { FieldParts } from './Field.tsx'
import type { TextFieldProps } from './TextField.tsx'
import './TextArea.css'

type TextAreaProps = Omit<TextFieldProps, 'type' | 'autoComplete'> & {
  readonly rows?: number | undefined
}

/** More than one line. It grows with what is written. */
export function TextArea({ label, description, errorMessage, className, placeholder, rows, ...field }: TextAreaProps) {
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
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(field.name === undefined ? {} : { name: field.name })}
    >
      <FieldParts label={label} description={description} errorMessage={errorMessage} isRequired={isRequired}>
        <AriaTextArea className="ui-input ui-text-area" dir="auto" rows={rows ?? 4} placeholder={placeholder} />
      </FieldParts>
    </AriaTextField>
  )
}
