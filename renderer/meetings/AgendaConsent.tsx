import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.tsx'
import { asWho, withoutDevice, type Meeting } from './meeting-data.ts'

/** A light consent: a yes to the agenda as it stands, or what to change. For who has no device, somebody says it here. */
export function AgendaConsent({ meeting }: { readonly meeting: Meeting }) {
  const { t, list } = useWords()
  const answer = useCommand('agenda', 'answer')
  const [change, setChange] = useState('')
  const { meeting: id, accepted, waitsFor, changes, me, asOf } = meeting
  const others = withoutDevice(meeting).filter(({ key }) => waitsFor.some((who) => who.key === key))
  const mine = waitsFor.some(({ person }) => person === me)
  const say = async (words: object) => {
    const done = await answer.run({ meeting: id, ...words, asOf })
    if (done !== undefined) setChange('')
  }
  if (accepted) return <Notice tone="good">{t('meetings.agenda.accepted')}</Notice>
  return (
    <div className="meeting-round">
      {changes.map(({ who, text }) => (
        <p key={who.key + text}>
          <bdi>{who.name}</bdi>: <q dir="auto">{text}</q>
        </p>
      ))}
      <p className="meeting-soft">{t('meetings.agenda.waitsFor', { names: list(waitsFor.map(({ name }) => name)) })}</p>
      {mine && (
        <>
          <TextField label={t('meetings.agenda.change')} value={change} onChange={setChange} />
          <div className="meeting-buttons">
            <Button variant="primary" isDisabled={change.trim() !== ''} onPress={() => void say({})}>
              {t('meetings.agenda.yes')}
            </Button>
            <Button isDisabled={change.trim() === ''} onPress={() => void say({ change })}>
              {t('meetings.agenda.ask')}
            </Button>
          </div>
        </>
      )}
      {others.map((who) => (
        <Button key={who.key} onPress={() => void say({ who: asWho(who) })}>
          {t('meetings.agenda.yesOf', { name: who.name })}
        </Button>
      ))}
      <Refused of={answer} />
    </div>
  )
}
