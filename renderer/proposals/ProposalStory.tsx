import { Disclosure } from '../ui/Disclosure.tsx'
import { Story } from '../ui/Story.tsx'
import { words } from '../words/en.ts'
import { useWords } from '../words/words.tsx'
import type { WordKey } from '../words/en.ts'
import type { Proposal } from './page-data.ts'

const TURNS: ReadonlySet<string> = new Set(['proposal.amended', 'objection.raised', 'round.closed', 'proposal.ended'])

/** Why it is so: everything that was said and done, in order. */
export function ProposalStory({ story }: { readonly story: Proposal['story'] }) {
  const { t, time } = useWords()
  const lines = story.map(({ event, type, name, at, text }) => ({
    id: event,
    when: time(at),
    at,
    text: t(keyOf(type), { name: name ?? '' }),
    tone: TURNS.has(type) ? ('turn' as const) : ('plain' as const),
    ...(text === null ? {} : { more: <span dir="auto">{text}</span> }),
  }))
  return (
    <Disclosure title={t('proposals.story')}>
      <Story label={t('proposals.story')} lines={lines} />
    </Disclosure>
  )
}

function keyOf(type: string): WordKey {
  const key = `proposals.story.${type}`
  return key in words ? (key as WordKey) : 'proposals.story.other'
}
