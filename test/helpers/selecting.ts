import type { RoleId } from '../../src/domain/roles/role.ts'
import { notRevealed } from '../../src/domain/selections/queries.ts'
import type { SelectionRecord } from '../../src/domain/selections/records.ts'
import { nominationSeal, type SealedWords } from '../../src/domain/selections/seal.ts'
import { hashText } from '../../src/log/crypto.ts'
import { circleOf, together } from './circles.ts'
import type { Three } from './asked.ts'
import type { Person } from './people.ts'

export const UNTIL = '2027-02-01'

/** What a person of these tests keeps beside a seal: of one salt, since nothing here is secret. */
export function words(nominee: Person | null, reason: string | null = nominee && 'they listen'): SealedWords {
  return { nominee: nominee?.id ?? null, reason, salt: hashText(`salt ${nominee?.name} ${reason}`) }
}

export function opensSelection(me: Person, role: RoleId = 'facilitator'): string {
  return me.say('selection.opened', { role, electorate: me.electorate() })
}

export function seals(me: Person, selection: string, said: SealedWords): string {
  return me.say('nomination.sealed', { selection, seal: nominationSeal(selection, me.id, said, hashText) })
}

export function reveals(me: Person, selection: string, said: SealedWords): string {
  const sealed = notRevealed(selectionOf(me, selection)).find(({ person }) => person === me.id)?.id ?? ''
  return me.say('nomination.revealed', { selection, sealed, ...said })
}

export function selectionOf(me: Person, id: string): SelectionRecord {
  const selection = me.circle.selections.get(id)
  if (selection === undefined) throw new Error(`${me.name} knows no such selection`)
  return selection
}

/** All three have nominated whom they say, and what they said is open. */
export function nominated(people: Three, who: (index: number) => Person | null, role: RoleId = 'facilitator'): string {
  const selection = opensSelection(people[0], role)
  together(...people)
  for (const [index, person] of people.entries()) seals(person, selection, words(who(index)))
  together(...people)
  for (const [index, person] of people.entries()) reveals(person, selection, words(who(index)))
  together(...people)
  return selection
}

export const seatOf = (role: RoleId, person: Person | null, selection: string | null = null, until = UNTIL) =>
  ({ kind: 'seat', role, person: person?.id ?? null, until: person && until, selection }) as const

/** Everyone consents that this person holds the role, the person themselves last. Answers with the close. */
export function seated(
  people: readonly Person[],
  role: RoleId,
  person: Person | null,
  selection: string | null = null,
): string {
  const [first] = people as readonly [Person]
  const proposal = first.presents({ title: 'Who holds it', effect: seatOf(role, person, selection) })
  const round = first.opensRound(proposal)
  together(...people)
  for (const one of people) if (one !== person) one.consents(round)
  together(...people)
  if (person !== null && people.includes(person)) person.consents(round)
  together(...people)
  const close = first.closes(round)
  together(...people)
  return close
}

export const three = () => circleOf('ana', 'ben', 'cleo') as Three

/** What somebody says to open what they sealed: true or not. */
export function opening(me: Person, selection: string, said: ReturnType<typeof words>) {
  const sealed = notRevealed(selectionOf(me, selection)).find(({ person }) => person === me.id)?.id ?? ''
  return { selection, sealed, ...said }
}
