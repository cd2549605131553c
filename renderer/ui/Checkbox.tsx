import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { Text } from 'react-aria-components/Text'
import { Check } from 'lucide-react'
import { classNames } from './class-names.ts'
import { FieldProblem, type FieldProps } from './Field.tsx'
import './Checkbox.css'

type CheckboxProps = FieldProps & {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

/** Yes or no, in effect when the form is sent. */
export function Checkbox({ label, description, errorMessage, isSelected, onChange, ...field }: CheckboxProps) {
  return (
    <CheckboxField
      className={classNames('ui-checkbox', field.className)}
      isSelected={isSelected}
      onChange={onChange}
      isRequired={field.isRequired ?? false}
      isDisabled={field.isDisabled ?? false}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      <CheckboxButton className="ui-checkbox-button">
        <span className="ui-checkbox-box" aria-hidden>
          <Check strokeWidth={3} />
        </span>
        <span>{label}</span>
      </CheckboxButton>
      {description !== undefined && (
        <Text slot="description" className="ui-field-description ui-checkbox-more">
          {description}
        </Text>
      )}
      <FieldProblem message={errorMessage} />
    </CheckboxField>
  )
}
