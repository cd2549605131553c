import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { classNames } from './class-names.ts'
import { FieldParts, type FieldProps } from './Field.tsx'
import './DateField.css'

type DateFieldProps = FieldProps & {
  /** 'YYYY-MM-DD', or '' for none. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly autoFocus?: boolean | undefined
}

/** A calendar day. The browser's own field: it knows the person's calendar, order and screen reader. */
export function DateField({ label, description, errorMessage, className, min, max, ...field }: DateFieldProps) {
  const { value, onChange, isRequired, isDisabled, autoFocus } = field
  return (
    <AriaTextField
      className={classNames('ui-field', className)}
      value={value}
      onChange={onChange}
      isRequired={isRequired ?? false}
      isDisabled={isDisabled ?? false}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      autoFocus={autoFocus ?? false}
      type="date"
    >
      <FieldParts label={label} description={description} errorMessage={errorMessage} isRequired={isRequired}>
        <Input className="ui-input ui-date" min={min} max={max} />
      </FieldParts>
    </AriaTextField>
  )
}
