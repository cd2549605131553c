import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useUiWords } from './ui-words.ts'
import './Field.css'

/** What every field has. */
export type FieldProps = {
  readonly label: string
  /** What to write, or why it is asked; under the label. */
  readonly description?: ReactNode
  /** What is wrong and how to mend it. Its presence marks the field. */
  readonly errorMessage?: string | undefined
  readonly isRequired?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly className?: string | undefined
}

type PartsProps = Pick<FieldProps, 'label' | 'description' | 'errorMessage' | 'isRequired'> & {
  readonly children: ReactNode
}

/** Label, description, the control itself, and the error, in the order in which they are read. */
export function FieldParts({ label, description, errorMessage, isRequired = false, children }: PartsProps) {
  return (
    <>
      <FieldLabel label={label} isRequired={isRequired} />
      {description !== undefined && (
        <Text slot="description" className="ui-field-description">
          {description}
        </Text>
      )}
      {children}
      <FieldProblem message={errorMessage} />
    </>
  )
}

function FieldLabel({ label, isRequired }: { readonly label: string; readonly isRequired: boolean }) {
  const { required } = useUiWords()
  return (
    <Label className="ui-field-label">
      {label}
      {isRequired && required !== '' && <span className="ui-field-required"> {required}</span>}
    </Label>
  )
}

export function FieldProblem({ message }: { readonly message: string | undefined }) {
  return (
    <FieldError className="ui-field-error">
      <CircleAlert aria-hidden />
      <span>{message}</span>
    </FieldError>
  )
}
