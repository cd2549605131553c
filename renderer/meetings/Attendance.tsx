import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import { PersonList } from '../ui/PersonList.tsx'
import { Select } from '../ui/Select.tsx'
import { byName } from '../words/by-name.ts'
import { useWords } from '../words/words.tsx'
import { amHere, asWho, hereNow, type Meeting, type Who } from './meeting-data.ts'
import { WithoutDevice } from './WithoutDevice.tsx'

type Props = {
  readonly meeting: Meeting
  /** A guide asks by itself whether one is here. */
  readonly isGuided?: boolean
}

/** Who is here, with or without a device of their own, and who facilitates and writes. */
export function Attendance({ meeting, isGuided = false }: Props) {
  const { t } = useWords()
  const attend = useCommand('meeting', 'attend')
  const lead = useCommand('meeting', 'lead')
  const { meeting: id, asOf, state } = meeting
  const leads = (all: readonly Who[], { key }: Who) => all.some((who) => who.key === key)
  const noteOf = (who: Who, device: boolean) =>
    [
      ...(who.person === null ? [t('meetings.guest')] : device ? [] : [t('meetings.noDevice')]),
      ...(leads(meeting.facilitator, who) ? [t('meetings.facilitator')] : []),
      ...(leads(meeting.secretary, who) ? [t('meetings.secretary')] : []),
    ].join(' · ')
  const people = hereNow(meeting).map(({ who, device }) => ({
    id: who.key,
    name: who.name,
    note: noteOf(who, device),
    aside: (
      <Menu
        label={t('meetings.of', { name: who.name })}
        isIconOnly
        variant="plain"
        size="small"
        icon={<Ellipsis aria-hidden />}
      >
        <MenuItem onAction={() => void lead.run({ meeting: id, as: 'facilitator', who: asWho(who), asOf })}>
          {t('meetings.makeFacilitator')}
        </MenuItem>
        <MenuItem onAction={() => void lead.run({ meeting: id, as: 'secretary', who: asWho(who), asOf })}>
          {t('meetings.makeSecretary')}
        </MenuItem>
        <MenuItem onAction={() => void attend.run({ meeting: id, who: asWho(who), here: false, device, asOf })}>
          {t('meetings.gone')}
        </MenuItem>
      </Menu>
    ),
  }))
  return (
    <section className="meeting-part" aria-labelledby="here">
      <h2 id="here">{t('meetings.here')}</h2>
      {people.length > 0 && <PersonList label={t('meetings.here')} people={people} />}
      {state !== 'ended' && (
        <div className="meeting-buttons">
          {!isGuided && !amHere(meeting) && (
            <Button onPress={() => void attend.run({ meeting: id, here: true, asOf })}>{t('meetings.imHere')}</Button>
          )}
        </div>
      )}
      <Refused of={attend} />
      <Refused of={lead} />
      {state === 'running' && <SomebodyElse meeting={meeting} />}
    </section>
  )
}

/** People who came without a device, and guests of the evening. */
function SomebodyElse({ meeting }: { readonly meeting: Meeting }) {
  const { t, language } = useWords()
  const attend = useCommand('meeting', 'attend')
  const [person, setPerson] = useState<string | null>(null)
  const here = new Set(hereNow(meeting).map(({ who }) => who.key))
  const missing = meeting.members.filter((one) => !here.has(one.person)).toSorted(byName(language))
  const add = async (who: { person: string }) => {
    const done = await attend.run({ meeting: meeting.meeting, who, here: true, device: false, asOf: meeting.asOf })
    if (done !== undefined) setPerson(null)
  }
  return (
    <Disclosure title={t('meetings.add')}>
      <div className="meeting-form">
        {missing.length > 0 && <p className="meeting-soft">{t('meetings.add.lead')}</p>}
        {missing.length > 0 && (
          <div className="meeting-row">
            <Select
              label={t('meetings.add.member')}
              value={person}
              onChange={setPerson}
              items={missing.map(({ person: id, name }) => ({ id, label: name }))}
            />
            <Button isDisabled={person === null} onPress={() => void (person !== null && add({ person }))}>
              {t('meetings.add.send')}
            </Button>
          </div>
        )}
        <WithoutDevice meeting={meeting} />
        <Refused of={attend} />
      </div>
    </Disclosure>
  )
}
