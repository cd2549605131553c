import { EVERYTHING, inPast, saw } from '../causality.ts'
import type { Circle, CloseRecord } from '../circle.ts'
import { belongs } from '../members/queries.ts'
import { endOf } from '../proposals/queries.ts'
import { seatIn } from '../roles/queries.ts'
import { toldBy } from '../statements/queries.ts'
import type { Statement } from '../statements/verify.ts'
import { linkSeat, linkSlot } from './effects.ts'
import { isMirrored, mirrored, ownLink, theirWord, unlinksOf, type LinkTerms, type OwnLink } from './queries.ts'
import { isSeated, seatHeads } from './seats.ts'

export type LinkState =
  'proposed' | 'consented-here' | 'consented-there' | 'differing' | 'agreed' | 'active' | 'due' | 'ended'

/** A seat in the other circle, and who of this one is to sit in it. */
export interface SentSeat {
  readonly seat: number
  /** Two who were selected apart, until the circle has said more. */
  readonly people: readonly string[]
  /** That they take part there, as they said here. */
  readonly hasArrived: boolean
}

/** A seat here for the other circle: whom it selected, and who that is here. */
export interface ReceivedSeat {
  readonly seat: number
  readonly statements: readonly Statement[]
  /** Who sits here with consent rights. */
  readonly person: string | null
}

export interface Link {
  readonly circle: string
  readonly name: string
  readonly state: LinkState
  readonly endedBy: 'here' | 'there' | 'both' | null
  /** When this circle ended it, by its closer's clock; null where it did not. */
  readonly endedAt: number | null
  readonly own: OwnLink | null
  readonly theirs: Statement | null
  /** What holds, or would: this circle's own words, else the other's as they read from here. */
  readonly terms: LinkTerms | null
  readonly proposal: string | null
  readonly sent: readonly SentSeat[]
  readonly received: readonly ReceivedSeat[]
}

/** [Q1] How this circle stands with another, by all that it has heard; null where nothing was ever said. */
export function linkOf(circle: Circle, other: string, today: string): Link | null {
  const own = ownLink(circle, EVERYTHING, other)
  const word = theirWord(circle, EVERYTHING, other)
  const proposal = openProposal(circle, other)
  const ends = unlinksOf(circle, EVERYTHING, other)
  const last = word?.statement ?? null
  const isEndHeard = last?.kind === 'unlink' && !isAnew(circle, own, other)
  const theirs = last?.link === null || last === null ? null : last
  const isRefused = own === null && ends.length > 0 && !isAskedAnew(circle, other, ends)
  const link = theirs?.link ?? null
  const terms = own?.terms ?? (link === null ? null : mirrored(link))
  const wanted = lastTerms(circle, other) ?? terms
  if (own === null && last === null && proposal === null && ends.length === 0) return null
  const sent = own === null ? [] : sentSeats(circle, other, own.terms.sends)
  const received = own === null ? [] : receivedSeats(circle, other, own.terms.receives)
  const endedBy = isEndHeard || isRefused ? whoEnded(isEndHeard, ends.length > 0 && own === null) : null
  const state = stateOf({ own, theirs, proposal, endedBy, sent, received }, today)
  const endedAt = own === null ? (ends.map(({ at }) => at).sort((a, b) => b - a)[0] ?? null) : null
  const name = own?.terms.name ?? last?.fromName ?? wanted?.name ?? ''
  return { circle: other, name, state, endedBy, endedAt, own, theirs, terms: terms ?? wanted, proposal, sent, received }
}

type Parts = Pick<Link, 'own' | 'theirs' | 'proposal' | 'endedBy' | 'sent' | 'received'>

function stateOf({ own, theirs, proposal, endedBy, sent, received }: Parts, today: string): LinkState {
  if (endedBy !== null && (own === null || theirs === null)) return proposal === null ? 'ended' : 'proposed'
  if (own === null) return theirs === null ? 'proposed' : 'consented-there'
  const link = theirs?.link ?? null
  if (link === null) return 'consented-here'
  if (!isMirrored(own.terms, link)) return 'differing'
  if (own.terms.until <= today) return 'due'
  const areThere = sent.every(({ hasArrived }) => hasArrived) && received.every(({ person }) => person !== null)
  return areThere ? 'active' : 'agreed'
}

function whoEnded(there: boolean, here: boolean): Link['endedBy'] {
  return there && here ? 'both' : there ? 'there' : 'here'
}

/** This circle has consented again knowing of the other's end. */
function isAnew(circle: Circle, own: OwnLink | null, other: string): boolean {
  const word = theirWord(circle, EVERYTHING, other)
  return own !== null && (word?.tellings ?? []).some(({ stamp }) => saw(own.close.stamp, stamp))
}

/**
 * The other consented knowing of this circle's last end, of any of those made apart: they ask again. What they said before
 * they had heard of it is no offer, as over there it has ended too.
 */
function isAskedAnew(circle: Circle, other: string, ends: readonly CloseRecord[]): boolean {
  const word = theirWord(circle, EVERYTHING, other)
  if (word === null || word.statement.kind !== 'link') return false
  const last = ends.filter((end) => !ends.some((later) => later !== end && saw(later.stamp, end.stamp)))
  return last.some(({ agreement }) => word.statement.after.includes(agreement))
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

function sentSeats(circle: Circle, other: string, seats: number): SentSeat[] {
  return Array.from({ length: seats }, (_, index) => {
    const seat = index + 1
    const people = seatIn(circle, linkSeat(other, seat)).holders.map(({ person }) => person)
    const [only] = people
    return {
      seat,
      people,
      hasArrived: people.length === 1 && only !== undefined && hasArrived(circle, other, seat, only),
    }
  })
}

/** [Q4] They said that they take part there; not what they said before an end, by either circle, that they did not know of. */
export function hasArrived(circle: Circle, other: string, seat: number, person: string): boolean {
  const theirs = toldBy(circle, EVERYTHING, other).filter(({ statement }) => statement.kind === 'unlink')
  const ends = [
    ...unlinksOf(circle, EVERYTHING, other).map(({ stamp }) => [stamp]),
    ...theirs.map(({ tellings }) => tellings.map(({ stamp }) => stamp)),
  ]
  return circle.statements.arrived.some(
    (one) =>
      one.circle === other &&
      one.seat === seat &&
      one.person === person &&
      ends.every((stamps) => stamps.some((stamp) => saw(one.stamp, stamp))),
  )
}

function receivedSeats(circle: Circle, other: string, seats: number): ReceivedSeat[] {
  return Array.from({ length: seats }, (_, index) => {
    const seat = index + 1
    const statements = seatHeads(circle, EVERYTHING, other, seat)
    const sitting = [...circle.members.values()].find(
      (member) =>
        inPast(EVERYTHING, member.seats).some(({ statement }) => statement.from === other && statement.seat === seat) &&
        belongs(circle, EVERYTHING, member.person) &&
        isSeated(circle, EVERYTHING, member),
    )
    return { seat, statements, person: sitting?.person ?? null }
  })
}
