import { decodeCanonical } from '../../src/domain/canonical.ts'
import type { Signed } from '../../src/domain/certificates/certificate.ts'
import type { LinkTerms } from '../../src/domain/links/queries.ts'
import { linkSeat } from '../../src/domain/links/effects.ts'
import { draftStatement, endsKnown, seatsBefore, statementFile } from '../../src/domain/statements/issue.ts'
import type { Hop, Says } from '../../src/domain/statements/statement.ts'
import { signText } from '../../src/log/crypto.ts'
import { agreed, circleOf, foundCircle, together } from './circles.ts'
import { admissionOf, keysOf } from './devices.ts'
import type { Person } from './people.ts'
import { seated } from './selecting.ts'

/** A circle of another name, its members by names of their own. */
export function circleCalled(name: string, ...names: readonly [string, ...string[]]): Person[] {
  if (name === 'Kitchen') return circleOf(...names)
  const founder = foundCircle(names[0], name)
  const people = [founder, ...names.slice(1).map((one) => founder.admits(one))]
  together(...people)
  return people
}

export const terms = (circle: string, change: Partial<LinkTerms> = {}): LinkTerms => ({
  kind: 'link',
  circle,
  name: 'Other',
  as: 'beside',
  aim: 'to share the river',
  sends: 1,
  receives: 1,
  until: '2027-06-01',
  shares: 'what we decide about water',
  seat: 'Delegate to the other',
  ...change,
})

/** What this person's device states for its circle, by the agreement of a close. */
export function statementOf(person: Person, close: string, says: Says, to: string): string {
  const agreement = person.circle.agreements.get(person.agreementOf(close))
  const after = agreement === undefined || says.kind !== 'link' ? [] : endsKnown(person.circle, agreement, to)
  const said = after.length > 0 ? { ...says, after } : says
  const draft =
    agreement === undefined ? null : draftStatement(person.circle, agreement, { says: said, to, device: person.device })
  if (agreement === undefined || draft === null) throw new Error('there is nothing to state')
  const events = new Map<string, Signed>(
    [...person.known].map(([id, { event, signature }]) => [id, { event, signature }]),
  )
  const sign = (text: string) => signText(text, person.keys.sign.secretKey)
  return statementFile(person.circle, agreement, draft, { device: person.device, sign, events })
}

/** Writes a statement into this person's circle. */
export function tells(person: Person, text: string, through: string | null = null, hops: Hop[] = []): string {
  return person.say('statement.told', telling(text, through, hops))
}

export const telling = (text: string, through: string | null = null, hops: Hop[] = []) => ({
  statement: decodeCanonical(text) as Record<string, unknown>,
  through,
  hops,
})

/** One circle consents to a link with another; answers with the close. */
export function consentsTo(people: readonly Person[], other: string, change: Partial<LinkTerms> = {}): string {
  return agreed(people, { title: 'A link', effect: terms(other, change) })
}

/** Both have consented to the same, and both know. */
export function link(
  ours: readonly Person[],
  theirs: readonly Person[],
  change: Partial<LinkTerms> = {},
): [string, string] {
  const [us, them] = [ours[0] as Person, theirs[0] as Person]
  const { sends = 1, receives = 1 } = change
  const own = consentsTo(ours, them.circleId, change)
  const other = consentsTo(theirs, us.circleId, { ...change, sends: receives, receives: sends })
  tells(them, statementOf(us, own, { kind: 'link' }, them.circleId))
  tells(us, statementOf(them, other, { kind: 'link' }, us.circleId))
  together(...ours)
  together(...theirs)
  return [own, other]
}

/** A circle selects one of its own for a seat in another; answers with the close. */
export function selects(people: readonly Person[], other: string, person: Person | null, seat = 1): string {
  return seated(people, linkSeat(other, seat), person)
}

export function delegateStatement(person: Person, close: string, to: string, as: Person | null): string {
  const agreement = person.circle.agreements.get(person.agreementOf(close))
  const after = agreement === undefined ? [] : seatsBefore(person.circle, agreement)
  return statementOf(person, close, { kind: 'delegate', as: as?.id ?? null, after }, to)
}

export const newcomerKeys = (name: string, host: Person) => keysOf(name, `in ${host.circleId.slice(0, 4)}`)

/** Somebody of one circle as a newcomer in another, let in by one of its own. */
export function comesAs(name: string, host: Person): Person {
  const keys = newcomerKeys(name, host)
  host.say('member.admitted', admissionOf(name, keys, host.circleId))
  return host.joinedBy(name, keys)
}

/** Our circle sends one of its own into theirs: selected here, let in there, and said with both keys. */
export function sends(ours: readonly Person[], theirs: readonly Person[], who: Person, seat = 1): Person {
  const host = theirs[0] as Person
  const close = selects(ours, host.circleId, who, seat)
  const there = comesAs(`${who.name} of us`, host)
  together(there, ...theirs)
  tells(there, delegateStatement(who, close, host.circleId, there))
  together(there, ...theirs)
  return there
}
