import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import type { PageProps } from '../routes.tsx'
import { Asked } from '../shell/Asked.tsx'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Markdown } from '../ui/Markdown.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import { asWho, currentItem, type Meeting } from './meeting-data.ts'
import { Timer } from './Timer.tsx'
import './room.css'

/** For one big screen in the room: where we are, whose turn it is, and the words before us. Steered by arrows. */
export function RoomMode({ id }: PageProps) {
  const live = useLive('meeting', 'show', { meeting: id })
  return <Asked live={live}>{(meeting) => <Room meeting={meeting} />}</Asked>
}

function Room({ meeting }: { readonly meeting: Meeting }) {
  const { t, direction } = useWords()
  const [, go] = useLocation()
  const steer = useCommand('meeting', 'steer')
  const turn = useCommand('meeting', 'turn')
  const { meeting: id, after, agenda, speaking, point, title } = meeting
  const item = currentItem(meeting)
  const [next] = speaking?.left ?? []
  const goOn = () => {
    if (after !== null)
      void steer.run({ meeting: id, ...(after.item === null ? { step: after.step } : { item: after.item }) })
  }
  const take = (as: 'done' | 'pass') => {
    if (next !== undefined) void turn.run({ meeting: id, who: asWho(next), as })
  }
  useRoomKeys({ goOn, done: () => take('done'), leave: () => go(`/meetings/${id}`) })
  const coming = agenda.find((one) => one.item === after?.item)
  const what =
    coming === undefined ? (after === null ? '' : t(`meetings.step.${after.step}`)) : isolated(coming.title, direction)
  return (
    <section className="room" aria-labelledby="room-title">
      <p className="room-where">{`${isolated(title, direction)} · ${t(`meetings.step.${point.step}`)}`}</p>
      <h1 id="room-title" dir="auto">
        {item?.title ?? t(`meetings.ask.${point.step}`)}
      </h1>
      {item !== null && <Timer since={meeting.since} minutes={item.minutes} />}
      {item?.about?.kind === 'proposal' && <ProposalWords id={item.about.id} />}
      {item?.outcomes.map((one) => (
        <p key={one.text} className="room-outcome" dir="auto">
          {one.text}
        </p>
      ))}
      {speaking !== null && <Turn speaking={speaking} />}
      <div className="room-acts">
        {next !== undefined && (
          <>
            <Button size="large" variant="primary" onPress={() => take('done')}>
              {t('meetings.round.done')}
            </Button>
            <Button size="large" onPress={() => take('pass')}>
              {t('meetings.round.pass')}
            </Button>
          </>
        )}
        {after !== null && (
          <Button size="large" variant={next === undefined ? 'primary' : 'quiet'} onPress={goOn}>
            {t('meetings.goOn', { what })}
          </Button>
        )}
        <LinkButton size="large" variant="plain" href={`#/meetings/${id}`}>
          {t('meetings.room.leave')}
        </LinkButton>
      </div>
      <Refused of={steer} />
      <Refused of={turn} />
      <p className="room-keys">{t('meetings.room.keys')}</p>
    </section>
  )
}

function Turn({ speaking: { prompt, left } }: { readonly speaking: NonNullable<Meeting['speaking']> }) {
  const { t } = useWords()
  const [next, ...later] = left
  return (
    <div className="room-turn" role="status">
      {prompt !== null && <p dir="auto">{prompt}</p>}
      <p className="room-next">
        {next === undefined ? t('meetings.round.all') : t('meetings.round.next', { name: next.name })}
      </p>
      {later.length > 0 && (
        <p className="room-later">{t('meetings.round.later', { names: later.map(({ name }) => name).join(' · ') })}</p>
      )}
    </div>
  )
}

function ProposalWords({ id }: { readonly id: string }) {
  const proposal = useLive('proposal', 'show', { proposal: id }).data
  const words = proposal?.versions.find(({ version }) => version === proposal.version)?.text
  return words === undefined ? null : (
    <div className="room-words">
      <Markdown text={words} look="words" headingLevel={2} />
    </div>
  )
}

type Keys = { readonly goOn: () => void; readonly done: () => void; readonly leave: () => void }

/** Arrows and the keys of a presenter's remote; never a letter, and never while somebody types. */
function useRoomKeys({ goOn, done, leave }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
      const act = { PageDown: goOn, ArrowDown: done, Escape: leave }[event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
