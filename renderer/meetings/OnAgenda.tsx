import { useCommand } from '../node/use-command.ts'
import { useLive } from '../node/use-live.ts'
import { Refused } from '../shell/Refused.tsx'
import { Button } from '../ui/Button.tsx'
import { isolated } from '../words/isolated.ts'
import { useWords } from '../words/words.tsx'
import './meetings.css'

/** How many characters of its name an agenda shows, and how long such an item is talked about at first. */
const LONGEST = 100
const MINUTES = 20

type Props = {
  readonly circle: string
  /** What would be talked about, and its name on the agenda. */
  readonly about: { readonly kind: 'proposal' | 'agreement' | 'driver' | 'role'; readonly id: string }
  readonly title: string
  /** Where it is on an agenda that is still to come. */
  readonly places: readonly {
    readonly meeting: string
    readonly item: string
    readonly title: string
    readonly starts: number
  }[]
}

/** Into the next meeting and back, with one press each. */
export function OnAgenda({ circle, about, title: name, places }: Props) {
  const { t, time, direction } = useWords()
  const meetings = useLive('meeting', 'list', { circle }).data?.items ?? []
  const take = useCommand('agenda', 'take')
  const add = useCommand('agenda', 'add')
  const back = useCommand('agenda', 'handBack')
  const next = meetings.find(({ state }) => state === 'running') ?? meetings.find(({ state }) => state === 'planned')
  if (places.length === 0 && next === undefined) return null
  const takeInto = async (meeting: string) => {
    if (about.kind === 'proposal') await take.run({ proposal: about.id, meeting })
    else await add.run({ meeting, kind: 'explore', title: oneLine(name), minutes: MINUTES, about })
  }
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
        <Button isPending={take.isPending || add.isPending} onPress={() => void takeInto(next.meeting)}>
          {t('meetings.take', { title: isolated(next.title, direction) })}
        </Button>
      )}
      <Refused of={take} />
      <Refused of={add} />
      <Refused of={back} />
    </div>
  )
}

/** What somebody noticed may be long, and of several lines. */
function oneLine(name: string): string {
  const all = [...name.trim().replaceAll(/\s+/gu, ' ')]
  return all.length > LONGEST ? `${all.slice(0, LONGEST - 1).join('')}…` : all.join('')
}
