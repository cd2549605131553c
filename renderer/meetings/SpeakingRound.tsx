import { useState } from 'react'
import { useCommand } from '../node/use-command.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { WordsOf } from '../people/WordsOf.tsx'
import { useWords } from '../words/words.tsx'
import { asWho, hereNow, type Meeting } from './meeting-data.ts'

type Props = {
  readonly meeting: Meeting
  /** What a guide would ask; left out, whoever opens the round puts it into words. */
  readonly prompts?: readonly string[]
}

/** Everyone speaks once, in turn, and may pass. */
export function SpeakingRound({ meeting, prompts }: Props) {
  const { speaking } = meeting
  const asked = prompts === undefined ? {} : { prompts }
  if (speaking === null) return <OpenRound meeting={meeting} {...asked} />
  return <Turns meeting={meeting} speaking={speaking} {...asked} />
}

function Turns({ meeting, speaking, prompts }: Props & { readonly speaking: NonNullable<Meeting['speaking']> }) {
  const { t } = useWords()
  const turn = useCommand('meeting', 'turn')
  const [text, setText] = useState('')
  const { prompt, turns, left } = speaking
  const [next, ...later] = left
  const take = async (as: 'done' | 'pass') => {
    if (next === undefined) return
    const words = text.trim() === '' ? {} : { text }
    const done = await turn.run({ meeting: meeting.meeting, who: asWho(next), as, ...words })
    if (done !== undefined) setText('')
  }
  return (
    <div className="meeting-round">
      {prompt !== null && <p dir="auto">{prompt}</p>}
      <Said meeting={meeting} turns={turns} />
      {next === undefined ? (
        <>
          <p>{t('meetings.round.all')}</p>
          {prompts === undefined ? (
            <Disclosure title={t('meetings.round.another')}>
              <OpenRound meeting={meeting} />
            </Disclosure>
          ) : (
            <OpenRound meeting={meeting} prompts={prompts.filter((one) => one !== prompt)} />
          )}
        </>
      ) : (
        <>
          <p className="meeting-turn" role="status">
            {t('meetings.round.next', { name: next.name })}
          </p>
          {later.length > 0 && (
            <p className="meeting-soft">
              {t('meetings.round.later', { names: later.map(({ name }) => name).join(' · ') })}
            </p>
          )}
          <TextField label={t('meetings.round.keep')} value={text} onChange={setText} />
          <div className="meeting-buttons">
            <Button variant="primary" isPending={turn.isPending} onPress={() => void take('done')}>
              {t('meetings.round.done')}
            </Button>
            <Button onPress={() => void take('pass')}>{t('meetings.round.pass')}</Button>
          </div>
        </>
      )}
      <Refused of={turn} />
    </div>
  )
}

function Said({ meeting, turns }: Props & { readonly turns: NonNullable<Meeting['speaking']>['turns'] }) {
  const { t } = useWords()
  if (turns.length === 0) return null
  return (
    <ul className="meeting-turns" aria-label={t('meetings.round.spoken')}>
      {turns.map(({ who, as, text: said }) => (
        <li key={who.key}>
          <bdi>{who.name}</bdi>
          {as === 'pass' ? ` · ${t('meetings.round.passed')}` : said === null ? '' : ': '}
          {as !== 'pass' && said !== null && (
            <WordsOf circle={meeting.circle} person={who.person} name={who.name}>
              <q dir="auto">{said}</q>
            </WordsOf>
          )}
        </li>
      ))}
    </ul>
  )
}

function OpenRound({ meeting, prompts }: Props) {
  const { t } = useWords()
  const ask = useCommand('meeting', 'ask')
  const [text, setText] = useState('')
  const open = async (prompt: string) => {
    const words = prompt.trim() === '' ? {} : { prompt }
    const done = await ask.run({ meeting: meeting.meeting, ...words })
    if (done !== undefined) setText('')
  }
  if (hereNow(meeting).length === 0) return <p className="meeting-soft">{t('meetings.round.nobody')}</p>
  if (prompts !== undefined)
    return (
      <div className="meeting-buttons">
        {prompts.map((prompt) => (
          <Button key={prompt} isPending={ask.isPending} onPress={() => void open(prompt)}>
            {t('meetings.round.ask', { prompt })}
          </Button>
        ))}
        <Refused of={ask} />
      </div>
    )
  return (
    <div className="meeting-round">
      <TextField label={t('meetings.round.prompt')} value={text} onChange={setText} />
      <Button isPending={ask.isPending} onPress={() => void open(text)}>
        {t('meetings.round.open')}
      </Button>
      <Refused of={ask} />
    </div>
  )
}
