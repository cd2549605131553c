import { useFolded } from '../people/use-folded.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Story } from '../ui/Story.tsx'
import { words, type WordKey } from '../words/en.ts'
import { useWords } from '../words/words.tsx'

interface Line {
  readonly event: string
  readonly type: string
  readonly name: string | null
  readonly at: number
  readonly text: string | null
  readonly as?: string | undefined
  readonly unsure?: true | undefined
}

interface ToldStoryProps {
  readonly circle: string
  readonly story: readonly Line[]
  /** Where the sentences are: `<of>.story.<type of event>`. */
  readonly of: 'proposals' | 'drivers'
  /** After which the matter stood differently. */
  readonly turns?: ReadonlySet<string>
}

/** Why it is so: everything that was said and done, in order. */
export function ToldStory({ circle, story, of, turns }: ToldStoryProps) {
  const { t, time } = useWords()
  const [shown, folded] = useFolded(circle, story)
  const lines = shown.map(({ event, type, name, at, text, as, unsure }) => ({
    id: event,
    when: unsure === true ? t('proposals.story.unsure', { time: time(at) }) : time(at),
    at,
    text: t(keyOf(of, as === undefined ? type : `${type}.${as}`), { name: name ?? '' }),
    tone: turns?.has(type) === true ? ('turn' as const) : ('plain' as const),
    ...(text === null ? {} : { more: <span dir="auto">{text}</span> }),
  }))
  return (
    <Disclosure title={t('proposals.story')}>
      {folded}
      <Story label={t('proposals.story')} lines={lines} />
    </Disclosure>
  )
}

function keyOf(of: string, type: string): WordKey {
  const key = `${of}.story.${type}`
  return key in words ? (key as WordKey) : 'proposals.story.other'
}
