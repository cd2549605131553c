import { EVERYTHING, saw } from '../causality.ts'
import type { Circle } from '../circle.ts'
import { endOf } from '../proposals/queries.ts'
import type { ToldRecord } from '../statements/record.ts'
import type { Statement } from '../statements/verify.ts'
import { agreedTerms, standingLink, standingWord } from './agreed.ts'
import { linkSlot } from './effects.ts'
import { isEndedThere, isMirrored, mirrored, theirWord, unlinksOf, type LinkTerms, type OwnLink } from './queries.ts'
import { receivedSeats, sentSeats, type ReceivedSeat, type SentSeat } from './sitting.ts'

export type LinkState =
  'proposed' | 'consented-here' | 'consented-there' | 'differing' | 'agreed' | 'active' | 'due' | 'ended'

export interface Link {
  readonly circle: string
  readonly name: string
  readonly state: LinkState
  readonly endedBy: 'here' | 'there' | 'both' | null
  /** When this circle ended it, by its closer's clock; null where it did not. */
  readonly endedAt: number | null
  readonly own: OwnLink | null
  readonly theirs: Statement | null
  /** [Q11] Where both consented, and not to the same: who is to look at what the other said. */
  readonly turn: 'here' | 'there' | null
  /** What holds, or would: this circle's own words, else the other's as they read from here. */
  readonly terms: LinkTerms | null
  readonly proposal: string | null
  readonly sent: readonly SentSeat[]
  readonly received: readonly ReceivedSeat[]
}

/** [Q1] How this circle stands with another, by all that it has heard; null where nothing was ever said. */
export function linkOf(circle: Circle, other: string, today: string): Link | null {
  const own = standingLink(circle, EVERYTHING, other)
  const word = theirWord(circle, EVERYTHING, other)
  const theirs = standingWord(circle, EVERYTHING, other)
  const agreed = agreedTerms(circle, EVERYTHING, other)
  const proposal = openProposal(circle, other)
  const ends = unlinksOf(circle, EVERYTHING, other)
  const last = word?.statement ?? null
  const isEndHeard = isEndedThere(circle, EVERYTHING, other)
  const isRefused = own === null && ends.length > 0 && theirs === null
  const offered = theirs?.link ?? null
  const terms = agreed ?? own?.terms ?? (offered === null ? null : mirrored(offered))
  const wanted = lastTerms(circle, other) ?? terms
  if (own === null && last === null && proposal === null && ends.length === 0) return null
  const sent = own === null ? [] : sentSeats(circle, other, own.terms.sends)
  const received = own === null ? [] : receivedSeats(circle, other, own.terms.receives)
  const endedBy = isEndHeard || isRefused ? whoEnded(isEndHeard, ends.length > 0 && own === null) : null
  const state = stateOf({ own, theirs, agreed, proposal, endedBy, sent, received }, today)
  const endedAt = own === null ? (ends.map(({ at }) => at).sort((a, b) => b - a)[0] ?? null) : null
  const name = own?.terms.name ?? last?.fromName ?? wanted?.name ?? ''
  const isSame = own !== null && offered !== null && isMirrored(own.terms, offered)
  const turn = own === null || offered === null || isSame ? null : turnOf(own, word)
  const about = { name, state, endedBy, endedAt, own, theirs, turn, terms: terms ?? wanted, proposal }
  return { circle: other, ...about, sent, received }
}

type Parts = Pick<Link, 'own' | 'theirs' | 'proposal' | 'endedBy' | 'sent' | 'received'> & {
  readonly agreed: LinkTerms | null
}

function stateOf({ own, theirs, agreed, proposal, endedBy, sent, received }: Parts, today: string): LinkState {
  if (endedBy !== null && (own === null || theirs === null)) return proposal === null ? 'ended' : 'proposed'
  if (own === null) return theirs === null ? 'proposed' : 'consented-there'
  if (theirs === null) return 'consented-here'
  if (agreed === null) return 'differing'
  if (agreed.until <= today) return 'due'
  const areThere = sent.every(({ hasArrived }) => hasArrived) && received.every(({ person }) => person !== null)
  return areThere ? 'active' : 'agreed'
}

function whoEnded(there: boolean, here: boolean): Link['endedBy'] {
  return there && here ? 'both' : there ? 'there' : 'here'
}

/** [Q11] Of who consented not knowing of the other's words; no clock is asked. */
function turnOf(own: OwnLink | null, word: ToldRecord | null): Link['turn'] {
  if (own === null || word === null) return null
  return word.tellings.some(({ stamp }) => saw(own.close.stamp, stamp)) ? 'there' : 'here'
}

function openProposal(circle: Circle, other: string): string | null {
  const open = [...circle.proposals.values()].find(
    (one) =>
      one.slot.id === linkSlot(other) &&
      one.versions.some(({ content }) => content.effect?.kind === 'link') &&
      one.closes.every(({ problem }) => problem !== null) &&
      endOf(one) === null,
  )
  return open?.id ?? null
}

/** What was last proposed or agreed here. */
function lastTerms(circle: Circle, other: string): LinkTerms | null {
  const proposals = [...circle.proposals.values()].filter(({ slot }) => slot.id === linkSlot(other))
  const effects = proposals.flatMap(({ versions }) => versions.map(({ content }) => content.effect))
  const last = effects.findLast((effect) => effect?.kind === 'link')
  return last?.kind === 'link' ? last : null
}
