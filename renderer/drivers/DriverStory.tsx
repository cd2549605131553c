import { Disclosure } from '../ui/Disclosure.tsx'
import { Story } from '../ui/Story.tsx'
import { words, type WordKey } from '../words/en.ts'
import { useWords } from '../words/words.tsx'
import type { Driver } from './driver-data.ts'

/** Who said what about it, in order. */
export function DriverStory({ story }: { readonly story: Driver['story'] }) {
  const { t, time } = useWords()
  const lines = story.map(({ event, type, name, at, text }) => ({
    id: event,
    when: time(at),
    at,
    text: t(keyOf(type), { name: name ?? '' }),
    ...(text === null ? {} : { more: <span dir="auto">{text}</span> }),
  }))
  return (
    <Disclosure title={t('proposals.story')}>
      <Story label={t('proposals.story')} lines={lines} />
    </Disclosure>
  )
}

function keyOf(type: string): WordKey {
  const key = `drivers.story.${type}`
  return key in words ? (key as WordKey) : 'proposals.story.other'
}
