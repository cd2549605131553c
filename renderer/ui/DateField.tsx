import { parseDate, type CalendarDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { classNames } from './class-names.ts'
import { FieldParts, type FieldProps } from './Field.tsx'
import './Popover.css'
import './DateField.css'

type DateFieldProps = FieldProps & {
  /** 'YYYY-MM-DD', or '' for none. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly autoFocus?: boolean | undefined
}

const dayOf = (text: string | undefined): CalendarDate | undefined =>
  text === undefined || text === '' ? undefined : parseDate(text)

/** A calendar day, in the order and direction of the window's language: typed part by part, or chosen. */
export function DateField({ label, description, errorMessage, className, min, max, ...field }: DateFieldProps) {
  const { value, onChange, isRequired, isDisabled, autoFocus } = field
  return (
    <DatePicker
      className={classNames('ui-field', className)}
      value={dayOf(value) ?? null}
      onChange={(day) => onChange(day?.toString() ?? '')}
      minValue={dayOf(min) ?? null}
      maxValue={dayOf(max) ?? null}
      isRequired={isRequired ?? false}
      isDisabled={isDisabled ?? false}
      // A day outside of what is asked is marked by the field itself.
      {...(errorMessage === undefined ? {} : { isInvalid: true })}
      validationBehavior="aria"
      autoFocus={autoFocus ?? false}
      shouldForceLeadingZeros
    >
      <FieldParts label={label} description={description} errorMessage={errorMessage} isRequired={isRequired}>
        <Group className="ui-input ui-date">
          <DateInput className="ui-date-parts">
            {(segment) => <DateSegment segment={segment} className="ui-date-part" />}
          </DateInput>
          <Button className="ui-date-open">
            <CalendarDays aria-hidden />
          </Button>
        </Group>
      </FieldParts>
      <Popover className="ui-popover" offset={6}>
        <Dialog className="ui-calendar">
          <Month />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

function Month() {
  return (
    <Calendar>
      <header className="ui-calendar-head">
        <Button slot="previous" className="ui-calendar-turn">
          <ChevronLeft aria-hidden className="ui-flip" />
        </Button>
        <Heading />
        <Button slot="next" className="ui-calendar-turn">
          <ChevronRight aria-hidden className="ui-flip" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(day) => <CalendarCell date={day} className="ui-calendar-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
