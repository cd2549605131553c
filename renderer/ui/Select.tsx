import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Check, ChevronDown } from 'lucide-react'
import { classNames } from './class-names.ts'
import { FieldParts, type FieldProps } from './Field.tsx'
import './Popover.css'
import './Select.css'

type SelectProps<Id extends string> = FieldProps & {
  readonly items: readonly { readonly id: Id; readonly label: string }[]
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  /** Shown while nothing is chosen. */
  readonly placeholder?: string | undefined
}

/** One of several, where they are too many to lay open (see RadioCards). */
export function Select<Id extends string>({ label, description, errorMessage, items, ...field }: SelectProps<Id>) {
  const { value, onChange, placeholder, isRequired, isDisabled, className } = field
  return (
    <AriaSelect
      className={classNames('ui-field', className)}
      value={value}
      onChange={(key) => {
        const chosen = items.find(({ id }) => id === key)
        if (chosen !== undefined) onChange(chosen.id)
      }}
      placeholder={placeholder ?? ' '}
      isRequired={isRequired ?? false}
      isDisabled={isDisabled ?? false}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
    >
      <FieldParts label={label} description={description} errorMessage={errorMessage} isRequired={isRequired}>
        <Button className="ui-input ui-select">
          <SelectValue className="ui-select-value">
            {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
          </SelectValue>
          <ChevronDown aria-hidden />
        </Button>
      </FieldParts>
      <Popover className="ui-popover ui-select-popover" offset={6}>
        <ListBox className="ui-options" items={items.map((item) => ({ ...item }))}>
          {(item) => (
            <ListBoxItem id={item.id} className="ui-option" textValue={item.label}>
              <Check aria-hidden className="ui-option-check" />
              <span>{item.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
