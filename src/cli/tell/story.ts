import type { Procedures } from '../../api/contract.ts'
import type { OutputOf } from '../../api/node-port.ts'
import { short, when } from './lines.ts'

type Line = OutputOf<Procedures['proposal']['show']>['story'][number]

export const STORY_WORDS: Readonly<Record<string, string>> = {
  'proposal.presented': 'presented it',
  'proposal.amended': 'amended it',
  'proposal.ended': 'laid it aside',
  'proposal.understood': 'said they understand',
  'question.asked': 'asked',
  'question.answered': 'answered',
  'reaction.given': 'reacted',
  'round.opened': 'asked everyone for consent',
  'round.closed': 'closed the round: agreed',
  'consent.given': 'consented',
  'objection.raised': 'objected',
  'objection.understood': 'understood an objection',
  'objection.withdrawn': 'withdrew an objection',
  'objection.reframed': 'turned an objection into a concern',
  'concern.added': 'noted a concern',
  'agreement.objected': 'objected to the agreement',
  'driver.noticed': 'noticed it',
  'driver.reworded': 'found other words',
  'driver.accepted': 'accepted it',
  'driver.passed-on': 'passed it on',
  'driver.discarded': 'set it aside',
  'driver.sent-back': 'sent it back',
  'forming.added': 'added to what is gathered',
  'forming.answered': 'answered a question of it',
  'forming.taken-back': 'took their words back',
  'tuners.named': 'named who writes a draft',
  'tuners.objected': 'objected to who was named',
  'circle.told': 'told that the circle is there',
  'objection.tested': 'said whether an objection qualifies',
  'agreement.evaluated': 'said how it does',
  'close.seen': 'saw the agreement',
  'words.consent': 'wrote down a consent that was spoken in the room',
  'words.objection': 'wrote down an objection that was spoken in the room',
  'words.witnessed': 'signed that they heard it',
  'words.confirmed': 'confirmed their words',
  'words.disputed': 'disputed these words',
}
const ENDED = {
  tabled: 'put it off',
  withdrawn: 'withdrew it',
  escalated: 'handed it on',
  'to-helping-circle': 'gave it to a helping circle',
} as const
const STEP: Readonly<Record<string, string>> = { clarifying: 'questions', reactions: 'reactions' }

/** Who did what, in order; a step that was left out stays visible. */
export function tellStory(story: readonly Line[]): string[] {
  return story.map(({ at, person, name, type, text, skipped, unsure, as }) => {
    const did = as === undefined ? (STORY_WORDS[type] ?? type) : ENDED[as]
    const who = name ?? (person === null ? 'someone' : short(person))
    const left = (skipped ?? []).map((step) => STEP[step] ?? step)
    const without = left.length === 0 ? '' : ` (not everyone had gone through: ${left.join(', ')})`
    const clock = unsure === true ? ' (about; their clock was off)' : ''
    return `${when(at)}${clock}  ${who} ${did}${without}${text === null ? '' : `: ${text}`}`
  })
}
