import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { QrCode } from '../ui/QrCode.tsx'
import { Row, Rows } from '../ui/Rows.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { UpDown } from '../ui/UpDown.tsx'
import { Part, type PartProps } from './Part.tsx'

const TONES = ['plain', 'calm', 'attention', 'practice'] as const
const INVITE = `nst:${'0123456789abcdefghjkmnpqrstvwxyz'.repeat(6)}`

export function Things({ s }: PartProps) {
  const people = s.who.map((name, index) => ({ id: name, name, note: s.notes[index] }))
  return (
    <>
      <Part name="Card">
        <div className="gallery-pair">
          {TONES.map((tone) => (
            <Card key={tone} as="article" tone={tone}>
              <StateBadge tone="waiting">{s.states[2]}</StateBadge>
              <h3>{s.proposal}</h3>
              <p>{tone === 'practice' ? s.practice : s.lead}</p>
              <Button variant={tone === 'calm' ? 'primary' : 'quiet'}>{s.consent}</Button>
            </Card>
          ))}
        </div>
      </Part>
      <Part name="Rows, UpDown">
        <Rows label={s.standing} isOrdered>
          {s.who.map((name, index) => (
            <Row
              key={name}
              isCurrent={index === 1}
              acts={
                <UpDown
                  up={name}
                  down={name}
                  onUp={index === 0 ? undefined : () => {}}
                  onDown={index === s.who.length - 1 ? undefined : () => {}}
                />
              }
            >
              <strong>{name}</strong>
              <span>{s.notes[index]}</span>
            </Row>
          ))}
        </Rows>
      </Part>
      <Part name="PersonChip, PersonList">
        <PersonChip name={s.who[0] ?? ''} />
        <PersonList label={s.standing} layout="flow" people={people} />
        <Card>
          <PersonList
            label={s.states[2] ?? ''}
            people={people.map((person, index) => ({
              ...person,
              aside: <StateBadge tone={index === 0 ? 'waiting' : 'good'}>{s.states[index === 0 ? 2 : 1]}</StateBadge>,
            }))}
          />
        </Card>
      </Part>
      <Part name="QrCode">
        <QrCode text={INVITE} label={s.see} />
      </Part>
    </>
  )
}
