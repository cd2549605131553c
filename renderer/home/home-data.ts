import type { Client } from '../../src/api/client.ts'
import { isolated } from '../words/isolated.ts'
import { roleTitle } from '../roles/role-words.ts'
import type { Words } from '../words/words.tsx'

export type HomeData = Awaited<ReturnType<Client['home']['show']>>
export type Waiting = HomeData['waiting'][number]
export type News = HomeData['news'][number]['items'][number]

const LONGEST_QUOTE = 180

/** What is said inside a sentence: short enough to be one. */
export function quoted(text: string | null, direction: Words['direction']): string {
  const line = (text ?? '').replaceAll(/\s+/g, ' ').trim()
  const short = line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).trimEnd()}…` : line
  return isolated(short, direction)
}

export function valuesOf(
  { title, role, person, text, circleName, count, mine }: Waiting,
  { t, direction }: Pick<Words, 't' | 'direction'>,
) {
  return {
    title: isolated(role === null ? title : roleTitle(t, title), direction),
    person: isolated(person ?? '', direction),
    circle: isolated(circleName, direction),
    text: quoted(text, direction),
    count,
    mine: String(mine),
  }
}

/** Where the step is done. */
export function placeOf({
  kind,
  circle,
  proposal,
  agreement,
  driver,
  guest,
  meeting,
  action,
  role,
  selection,
  review,
}: Waiting): string {
  if (selection !== null) return `#/selections/${selection}`
  if (review !== null) return `#/reviews/${review}`
  if (role !== null) return `#/circles/${circle}/roles/${role}`
  if (kind === 'minutes') return `#/meetings/${meeting ?? ''}/minutes`
  if (meeting !== null) return `#/meetings/${meeting}`
  if (action !== null) return '#/next-steps'
  if (driver !== null) return `#/drivers/${driver}`
  if (kind === 'confirm' || kind === 'invite') return `#/circles/${circle}/invite`
  if (kind === 'welcome') return `#/circles/${circle}/propose/${guest ?? ''}`
  if (kind === 'help') return `#/helping/${agreement ?? ''}`
  if (kind === 'found') return `#/circles/${circle}/helping`
  if (kind === 'objection-arrived' || kind.startsWith('link-')) return `#/circles/${circle}/links`
  if (agreement !== null) return `#/agreements/${agreement}`
  return proposal === null ? `#/circles/${circle}` : `#/proposals/${proposal}`
}

/** One key for each line of the queue: nothing stands in it twice. */
export const keyOf = ({
  kind,
  circle,
  proposal,
  agreement,
  driver,
  role,
  meeting,
  action,
  person,
  text,
}: Waiting): string => [kind, circle, proposal, agreement, driver, role, meeting, action, person, text].join(' ')
