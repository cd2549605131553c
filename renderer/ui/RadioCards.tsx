import { Label } from 'react-aria-components/Label'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { FieldProblem, type FieldProps } from './Field.tsx'
import { useUiWords } from './ui-words.ts'
import './RadioCards.css'

type Option<Id extends string> = {
  readonly id: Id
  readonly title: string
  readonly description?: ReactNode
  readonly isDisabled?: boolean | undefined
}

type RadioCardsProps<Id extends string> = FieldProps & {
  readonly options: readonly Option<Id>[]
  readonly value: Id | null
  readonly onChange: (id: Id) => void
}

/** One of a few, each with what it means. The whole card can be pressed. */
export function RadioCards<Id extends string>({ label, description, options, ...field }: RadioCardsProps<Id>) {
  const { value, onChange, errorMessage, isRequired, isDisabled, className } = field
  const { required } = useUiWords()
  return (
    <RadioGroup
      className={classNames('ui-radio-cards', className)}
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id)
        if (chosen !== undefined) onChange(chosen.id)
      }}
      isRequired={isRequired ?? false}
      isDisabled={isDisabled ?? false}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      <Label className="ui-field-label">
        {label}
        {isRequired === true && required !== '' && <span className="ui-field-required"> {required}</span>}
      </Label>
      {description !== undefined && (
        <Text slot="description" className="ui-field-description">
          {description}
        </Text>
      )}
      {options.map((option) => (
        <RadioCard key={option.id} {...option} />
      ))}
      <FieldProblem message={errorMessage} />
    </RadioGroup>
  )
}

function RadioCard({ id, title, description, isDisabled = false }: Option<string>) {
  return (
    <RadioField value={id} isDisabled={isDisabled} className="ui-radio-card">
      <RadioButton className="ui-radio-card-button">
        <span className="ui-radio-card-mark" aria-hidden />
        <span className="ui-radio-card-title">{title}</span>
      </RadioButton>
      {description !== undefined && (
        <Text slot="description" className="ui-radio-card-more">
          {description}
        </Text>
      )}
    </RadioField>
  )
}
