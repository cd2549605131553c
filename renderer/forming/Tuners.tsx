import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import type { Circle, Forming } from './Forming.tsx'

type Props = { readonly forming: Forming; readonly circle: Circle }

/** Two or three write a draft from what was gathered. They are named, and anybody objects. */
export function Tuners({ forming, circle }: Props) {
  const { t, list } = useWords()
  const members = circle.members.filter(({ state }) => state === 'joined' || state === 'on-leave')
  const mayName = members.some(({ person }) => person === circle.me)
  const isTuner = forming.tuners.some(({ people }) => people.some(({ person }) => person === circle.me))
  return (
    <>
      <h3>{t('forming.tuners')}</h3>
      <p>{t('forming.tunersLead')}</p>
      {forming.tuners.map(({ tuners, people }) => (
        <Named key={tuners} tuners={tuners} names={list(people.map(({ name }) => name))} asOf={forming.asOf} />
      ))}
      {isTuner && (
        <LinkButton variant="primary" href={`#/circles/${forming.circle}/answer/${forming.driver}`}>
          {t('forming.write')}
        </LinkButton>
      )}
      {forming.tuners.length === 0 && mayName && <Naming driver={forming.driver} members={members} />}
    </>
  )
}

function Naming({ driver, members }: { readonly driver: string; readonly members: Circle['members'] }) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const name = useCommand('forming', 'name')
  return (
    <form className="forming-naming" action={() => void name.run({ driver, people: [...chosen] })}>
      {members.map(({ person, name: called }) => (
        <Checkbox
          key={person}
          label={called}
          isSelected={chosen.includes(person)}
          onChange={(isIn) => setChosen(isIn ? [...chosen, person] : chosen.filter((one) => one !== person))}
        />
      ))}
      <Refused of={name} />
      <Button type="submit" isPending={name.isPending} isDisabled={chosen.length === 0}>
        {t('forming.name')}
      </Button>
    </form>
  )
}

function Named({ tuners, names, asOf }: { readonly tuners: string; readonly names: string; readonly asOf: string }) {
  const { t } = useWords()
  const [reason, setReason] = useState<string | null>(null)
  const object = useCommand('forming', 'object')
  return (
    <div className="forming-named">
      <p>{t('forming.named', { names })}</p>
      {reason === null ? (
        <Button size="small" onPress={() => setReason('')}>
          {t('forming.object')}
        </Button>
      ) : (
        <form className="forming-add" action={() => void object.run({ tuners, reason, asOf })}>
          <TextField label={t('drivers.reason')} value={reason} onChange={setReason} autoFocus />
          <Button type="submit" isPending={object.isPending} isDisabled={reason.trim() === ''}>
            {t('forming.object')}
          </Button>
          <Refused of={object} />
        </form>
      )}
    </div>
  )
}
