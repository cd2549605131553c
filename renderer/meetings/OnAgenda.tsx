import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import './meetings.css'

type Props = {
  readonly circle: string
  readonly proposal: string
  /** Where it is on an agenda that is still to come. */
  readonly places: readonly {
    readonly meeting: string
    readonly item: string
    readonly title: string
    readonly starts: number
  }[]
}

/** Into the next meeting and back, with one press each. */
export function OnAgenda({ circle, proposal, places }: Props) {
  const { t, time, direction } = useWords()
  const meetings = useLive('meeting', 'list', { circle }).data?.items ?? []
  const take = useCommand('agenda', 'take')
  const back = useCommand('agenda', 'handBack')
  const next = meetings.find(({ state }) => state === 'running') ?? meetings.find(({ state }) => state === 'planned')
  if (places.length === 0 && next === undefined) return null
  return (
    <div className="meeting-round">
      {places.map(({ meeting, item, title, starts }) => (
        <div key={item} className="meeting-buttons">
          <a href={`#/meetings/${meeting}`}>
            {t('meetings.onAgenda', { title: isolated(title, direction), time: time(starts) })}
          </a>
          <Button variant="plain" isPending={back.isPending} onPress={() => void back.run({ item })}>
            {t('meetings.handBack')}
          </Button>
        </div>
      ))}
      {places.length === 0 && next !== undefined && (
        <Button isPending={take.isPending} onPress={() => void take.run({ proposal, meeting: next.meeting })}>
          {t('meetings.take', { title: isolated(next.title, direction) })}
        </Button>
      )}
      <Refused of={take} />
      <Refused of={back} />
    </div>
  )
}
