import { useState } from 'react'
import { Checkbox } from '../ui/Checkbox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { RadioCards } from '../ui/RadioCards.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Part, type PartProps } from './Part.tsx'

export function Fields({ s }: PartProps) {
  return (
    <>
      <Writing s={s} />
      <Choosing s={s} />
    </>
  )
}

function Writing({ s }: PartProps) {
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [day, setDay] = useState('2027-03-01')
  return (
    <Part name="TextField, TextArea, DateField">
      <div className="gallery-pair">
        <TextField label={s.name} description={s.nameHint} isRequired value={name} onChange={setName} />
        <TextField label={s.name} errorMessage={s.nameWrong} value={name} onChange={setName} />
        <TextField label={s.name} isDisabled value={s.who[0] ?? ''} onChange={setName} />
        <DateField label={s.review} min="2026-11-22" value={day} onChange={setDay} />
      </div>
      <TextArea label={s.reason} description={s.reasonHint} value={reason} onChange={setReason} />
    </Part>
  )
}

function Choosing({ s }: PartProps) {
  const [language, setLanguage] = useState<string | null>('0')
  const [stand, setStand] = useState<string | null>('0')
  const [isSelected, setSelected] = useState(true)
  const items = s.languages.map((label, index) => ({ id: `${index}`, label }))
  const options = s.stands.map(([title = '', description], index) => ({ id: `${index}`, title, description }))
  return (
    <Part name="Select, Checkbox, RadioCards">
      <div className="gallery-pair">
        <Select label={s.language} items={items} value={language} onChange={setLanguage} />
        <Select label={s.language} errorMessage={s.nameWrong} items={items} value={language} onChange={setLanguage} />
      </div>
      <Checkbox label={s.remember} description={s.rememberHint} isSelected={isSelected} onChange={setSelected} />
      <Checkbox label={s.remember} isSelected={!isSelected} onChange={(chosen) => setSelected(!chosen)} />
      <Checkbox label={s.remember} isDisabled isSelected onChange={setSelected} />
      <RadioCards label={s.standing} description={s.reasonHint} options={options} value={stand} onChange={setStand} />
      <RadioCards
        label={s.standing}
        errorMessage={s.nameWrong}
        options={options.slice(1).map((option, index) => ({ ...option, isDisabled: index === 1 }))}
        value={null}
        onChange={setStand}
      />
    </Part>
  )
}
