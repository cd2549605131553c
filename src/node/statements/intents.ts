import { validCloses } from '../../domain/agreements/queries.ts'
import { EVERYTHING } from '../../domain/causality.ts'
import type { AgreementRecord, Circle, CloseRecord } from '../../domain/circle.ts'
import { linkSeat, seatOfRole } from '../../domain/links/effects.ts'
import { ownLink, unlinksOf } from '../../domain/links/queries.ts'
import { inEffect } from '../../domain/proposals/slots.ts'
import { seatSlot } from '../../domain/roles/role.ts'
import { endsKnown, seatsBefore } from '../../domain/statements/issue.ts'
import type { Hop, MeetingKey, Says } from '../../domain/statements/statement.ts'
import { tripsOf, type Trip } from '../../domain/links/trips.ts'

/** Something that this circle has to say to another, by one of its agreements. */
export interface Intent {
  readonly agreement: AgreementRecord
  readonly says: Says
  readonly to: string
}

/** A statement of a third circle that goes through this one, as it was written in here. */
export interface Passage {
  readonly statement: string
  readonly hops: readonly Hop[]
}

/** Who speaks, in this circle and in the other, where a seat only its holder says; and what its nodes may be met by. */
export interface Speaker {
  readonly here: string
  readonly there: string | null
  readonly meet: MeetingKey | null
}

/** All that a circle has to say to another now. */
export function intentsFor(circle: Circle, other: string, me: Speaker): Intent[] {
  const own = ownLink(circle, EVERYTHING, other)
  const end = newestOf(unlinksOf(circle, EVERYTHING, other))
  const meant = [
    own === null ? null : intent(circle, own.agreement, linkSays(circle, own.agreement, other, me.meet), other),
    own !== null || end === null ? null : intent(circle, end.agreement, { kind: 'unlink' }, other),
    ...seatIntents(circle, other, me),
    ...recalls(circle, other),
    ...sentHome(circle, other),
    ...objections(circle, other),
    ...answers(circle, other),
  ]
  return meant.filter((one) => one !== null)
}

function linkSays(circle: Circle, agreement: string, other: string, meet: MeetingKey | null): Says {
  const record = circle.agreements.get(agreement)
  const after = record === undefined ? [] : endsKnown(circle, record, other)
  return { kind: 'link', ...(after.length > 0 && { after }), ...(meet !== null && { meet }) }
}

function intent(circle: Circle, agreement: string, says: Says, to: string): Intent | null {
  const record = circle.agreements.get(agreement)
  return record === undefined ? null : { agreement: record, says, to }
}

const newestOf = (closes: readonly CloseRecord[]) => closes.toSorted((a, b) => b.at - a.at)[0] ?? null

function seatIntents(circle: Circle, other: string, { here, there }: Speaker) {
  const sends = ownLink(circle, EVERYTHING, other)?.terms.sends ?? 0
  return Array.from({ length: sends }, (_, index) => {
    const close = inEffect(circle.slots.get(seatSlot(linkSeat(other, index + 1))), EVERYTHING)
    const effect = close?.effect
    const agreement = circle.agreements.get(close?.agreement ?? '')
    if (effect?.kind !== 'seat' || agreement === undefined) return null
    if (effect.person !== null && (effect.person !== here || there === null)) return null
    const as = effect.person === null ? null : there
    return { agreement, says: { kind: 'delegate' as const, as, after: seatsBefore(circle, agreement) }, to: other }
  })
}

/** Whom this circle removed, and had once sent there. */
function recalls(circle: Circle, other: string) {
  const sent = new Set(
    circle.adoptions.flatMap(({ effect }) =>
      effect?.kind === 'seat' && effect.person !== null && seatOfRole(effect.role)?.circle === other
        ? [effect.person]
        : [],
    ),
  )
  return circle.adoptions.flatMap(({ effect, agreement }) =>
    effect?.kind === 'remove' && sent.has(effect.person) ? [intent(circle, agreement, { kind: 'recall' }, other)] : [],
  )
}

/** [Q10] Whom this circle removed, and the other had sent here. */
function sentHome(circle: Circle, other: string) {
  return circle.adoptions.flatMap(({ effect, agreement }) => {
    if (effect?.kind !== 'remove') return []
    const seats = circle.members.get(effect.person)?.seats.filter(({ statement }) => statement.from === other) ?? []
    const seat = seats.at(-1)?.statement.seat
    return seat === undefined ? [] : [intent(circle, agreement, { kind: 'recall', seat }, other)]
  })
}

function objections(circle: Circle, other: string) {
  return [...circle.agreements.values()].flatMap((agreement) => {
    const effect = circle.versions.get(agreement.version)?.content.effect
    const isIt = effect?.kind === 'objects' && effect.to === other && validCloses(agreement).length > 0
    return isIt ? [{ agreement, says: { kind: 'objection' as const }, to: other }] : []
  })
}

/** The answers of this circle that go home by way of the other one, or to it. */
function answers(circle: Circle, other: string) {
  return tripsOf(circle).flatMap((trip) => {
    if (trip.as !== 'here' || trip.answered === null || wayHome(trip) !== other) return []
    const came = trip.hops.slice(-8)
    return [intent(circle, trip.answered, { kind: 'answer', came: [...came] }, trip.from)]
  })
}

/** The circle that an objection came from last: the next on its answer's way. */
const wayHome = ({ hops, from }: Trip): string => hops.at(-1)?.circle ?? from

/** What was written in here and goes on to the other: objections that were passed on, and answers on their way home. */
export function passagesTo(circle: Circle, other: string, name: string): Passage[] {
  const here = (at: number): Hop => ({ circle: circle.id, name, at })
  return tripsOf(circle).flatMap((trip) => {
    if (trip.as === 'ours') return []
    const on = trip.passed.some(({ to }) => to === other)
      ? [{ statement: trip.id, hops: [...trip.hops, here(trip.at ?? 0)] }]
      : []
    const back =
      wayHome(trip) === other
        ? trip.answers.map(({ statement, hops, at }) => ({ statement, hops: [...hops, here(at)] }))
        : []
    return [...on, ...back]
  })
}
