import { absentIn, validCloses } from '../../src/domain/agreements/queries.ts'
import { opponentsOf } from '../../src/domain/members/belonging.ts'
import { people } from '../../src/domain/members/queries.ts'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { inEffect } from '../../src/domain/proposals/slots.ts'
import { agreedWay } from '../../src/domain/ways/queries.ts'
import { EVERYTHING } from '../../src/domain/causality.ts'
import { currentEpochs, entitledDevices } from '../../src/domain/epochs/queries.ts'
import type { Body } from '../../src/domain/events.ts'
import { hashText } from '../../src/log/crypto.ts'
import type { AgreementRecord, Circle } from '../../src/domain/circle.ts'
import type { Effect } from '../../src/domain/proposals/effect.ts'
import type { Way } from '../../src/domain/ways/way.ts'
import { agreed, together } from './circles.ts'
import { admissionOf, keysOf } from './devices.ts'
import type { Dice } from './dice.ts'
import { type Person, words } from './people.ts'

const DAY = 24 * 60 * 60 * 1000
type Saying = readonly [type: string, body: unknown]

const SUSPENDED: Way = { rule: 'mutual-removal', outcome: 'both-suspended' }
const ABSENTEE: Way = { rule: 'absentee', days: 2 }

/** A circle in which silence may count, clocks differ, and the others have begun to say whether somebody goes. */
export function beginBelonging(all: readonly Person[], dice: Dice): void {
  const [ana, ben, cleo, dan] = all as readonly [Person, Person, Person, Person]
  if (dice.happens(60)) agreed(all, { title: 'Silence', effect: { kind: 'way', way: ABSENTEE } })
  if (dice.happens(50)) agreed(all, { title: 'Apart', effect: { kind: 'way', way: SUSPENDED } })
  const changes = dice.happens(70) ? ana.agreementOf(agreed(all, {})) : null
  const open = ana.presents({ changes })
  together(...all)
  const matter = ana.opensRound(open, undefined, clauseOf(ana, dice).clause)
  together(...all)
  if (dice.happens(30)) ben.objects(matter)
  else for (const person of [ana, cleo, dan]) person.consents(matter)
  together(...all)
  if (dice.happens(60)) closeInSilence(all, matter, open)
  for (const person of all) if (dice.happens(30)) person.skew = (dice.below(9) - 4) * DAY
  const kind = dice.happens(70) ? 'remove' : 'rest'
  const one = ana.opensRound(ana.presents({ title: 'Without Ben', effect: { kind, person: ben.id } }))
  together(...all)
  for (const person of [ana, cleo, dan]) person.consents(one)
  if (dice.happens(60)) {
    const other = ben.opensRound(ben.presents({ title: 'Without Ana', effect: { kind: 'remove', person: ana.id } }))
    for (const person of [cleo, dan]) person.hears(ben)
    for (const person of [ben, cleo, dan]) person.consents(other)
    ben.hears(cleo, dan)
    if (dice.happens(90)) ben.closes(other)
  }
  ana.hears(cleo, dan)
  if (dice.happens(90)) ana.closes(one)
  ana.clock.now += dice.below(12) * DAY
  for (const person of [cleo, dan]) person.reacts(open)
}

/** Days later Ben is still silent, where he is. */
function closeInSilence(all: readonly Person[], matter: string, open: string): void {
  const [ana, , cleo] = all as readonly [Person, Person, Person]
  ana.clock.now += 12 * DAY
  cleo.reacts(open)
  ana.hears(cleo)
  if (ana.refusal('round.closed', ana.closing(matter)) === null) ana.closes(matter)
}

/** Days pass, a removal or a rest is proposed, somebody who was removed comes back, a matter of two is decided anew. */
export function anyBelongingAct(me: Person, dice: Dice): Saying | undefined {
  const { circle } = me
  const person = dice.oneOf([...circle.members.keys()]) ?? me.id
  const way = dice.happens(50) ? ABSENTEE : SUSPENDED
  const effects: Effect[] = [
    { kind: 'remove', person },
    { kind: 'rest', person },
    { kind: 'way', way },
  ]
  switch (dice.below(6)) {
    case 5:
      return aboutKeys(me, dice)
    case 4:
      return ['epoch.opened', openingBy(me)]
    case 0:
      me.clock.now += 3 * DAY
      return undefined
    case 1:
      return ['member.admitted', admissionOf('ben', keysOf('ben', `device ${dice.below(2)}`), me.circleId)]
    case 2: {
      const removal = inEffect(circle.members.get(person)?.belonging, EVERYTHING)
      if (removal === null) return undefined
      return ['proposal.presented', { content: words({ changes: removal.agreement, effect: { kind: 'end' } }) }]
    }
    default:
      if (circle.proposals.size > 5) return undefined
      return ['proposal.presented', { content: words({ title: 'Belonging', effect: dice.oneOf(effects) ?? null }) }]
  }
}

/** What a device would say to open the next epoch, as it knows the circle. */
export function openingBy({ circle, clock }: Person, name = `epoch ${clock.now}`): Body<'epoch.opened'> {
  return {
    epoch: hashText(name),
    parents: currentEpochs(circle),
    boxes: entitledDevices(circle, EVERYTHING).map((device) => ({ device, box: '00'.repeat(112) })),
  }
}

function aboutKeys({ circle, device }: Person, dice: Dice): Saying {
  const epoch = dice.oneOf(circle.epochs)?.epoch ?? ''
  const other = dice.oneOf([...circle.devices.keys()]) ?? device
  const bad = circle.lostKeys.given.map(({ id }) => id).slice(0, 4)
  return dice.happens(50)
    ? ['key.missing', { epoch, bad }]
    : ['key.given', { epoch, device: other, box: '00'.repeat(80) }]
}

/** The clause under which a round may be opened, where the circle has one. */
export function clauseOf(me: Person, dice: Dice): { clause?: { agreement: string; deadline: number } } {
  const agreed = agreedWay(me.circle, 'absentee')
  if (agreed === null || dice.happens(30)) return {}
  const { agreement, way } = agreed
  return { clause: { agreement, deadline: me.now() + 2000 + (way.days + dice.below(6)) * DAY } }
}

/** What a history went through of all this, for whoever counts. */
export function belongingStates(circle: Circle): string[] {
  const members = [...circle.members.values()]
  const agreements = [...circle.agreements.values()]
  const kept = [...circle.responses.values()].some((one) => objectionState(circle, one) === 'kept')
  return [
    ...people(circle).map(({ state }) => state),
    ...(members.some(({ rests }) => rests.length > 0) ? ['rested'] : []),
    ...(members.some(({ person }) => opponentsOf(circle, EVERYTHING, person).length > 0) ? ['opposed'] : []),
    ...(agreements.some((one) => absentIn(circle, one).length > 0) ? ['absent'] : []),
    ...(agreements.some((one) => hadConsented(circle, one)) ? ['silent-on-change'] : []),
    ...(agreements.some((one) => validCloses(one).some(({ without }) => without !== undefined)) ? ['without'] : []),
    ...(kept ? ['kept'] : []),
    ...(circle.epochs.length > 1 ? ['epoch'] : []),
  ]
}

/** [R9] Silent in what changed something that they had consented to. */
function hadConsented(circle: Circle, agreement: AgreementRecord): boolean {
  const slot = circle.proposals.get(agreement.proposal)?.slot
  const cited = (slot?.closes ?? []).filter((close) => close.agreement !== agreement.id).flatMap((close) => close.cited)
  return absentIn(circle, agreement).some((person) => cited.some((one) => one.person === person))
}
