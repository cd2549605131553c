import { agreementState } from '../../src/domain/agreements/queries.ts'
import type { Circle } from '../../src/domain/circle.ts'
import type { Body, EventType } from '../../src/domain/events.ts'
import { aboutAgreement, anyAct, nextStep } from './acts.ts'
import { toHex } from '../../src/log/crypto.ts'
import { agreed, circleOf, together } from './circles.ts'
import { admissionOf, deviceOf, keysOf, signed, type Said } from './devices.ts'
import { anyBelongingAct, beginBelonging } from './belonging-acts.ts'
import { Dice } from './dice.ts'
import { type Person, words } from './people.ts'
import { anyLinkAct, makeNeighbour, neighbourComes, type Neighbour } from './link-acts.ts'
import { consentsTo, tells } from './linking.ts'
import { anyRoleAct, beginSelection, nextRoleStep } from './role-acts.ts'

/** A made-up past of five people, some with several devices: all that was said, by honest people or also by one who is not. */
export interface History {
  readonly circleId: string
  readonly people: readonly Person[]
  readonly events: readonly Said[]
  readonly honest: boolean
}

const STEPS = 120

/** Somebody watches every fold as it grows, and throws where a law is broken. */
export type Watch = (person: Person) => void

/**
 * People who are apart most of the time: each step somebody says something or hears somebody of their part, with losses
 * and twice. Every fifth history has a dishonest member, whose program asks no rule; in
 * every fourth some have several devices.
 */
export function makeHistory(seed: number, watch: Watch): History {
  const dice = new Dice(seed)
  const honest = seed % 5 !== 0
  const several = seed % 4 === 0 || seed % 24 === 1
  const people = circleOf('ana', 'ben', 'cleo', 'dan')
  const first = people[0] as Person
  // Some circles begin with something agreed, and with two words on what is to become of it.
  // Every fourth is about who holds which role.
  const roles = seed % 4 === 1 ? 30 : 1
  // Every sixth is about who belongs, with clocks that differ.
  const belonging = seed % 6 === 2 ? 6 : 0
  // Every seventh begins with all on leave, each two together for a while: they may decide without asking the others.
  const halves = seed % 7 === 5
  if (seed % 3 === 0 || halves) beginAgreed(people, dice)
  else if (roles > 1) beginSelection(people, dice)
  else first.presents()
  if (dice.happens(30)) first.presents({ title: 'Second matter' })
  if (dice.happens(30)) agreeOnSpokenWords(people)
  together(...people)
  if (belonging > 0) beginBelonging(people, dice)
  // Every fifth is also about a link with another circle, whose statements anybody may carry in.
  const neighbour = seed % 5 === 3 && belonging === 0 ? makeNeighbour(first) : null
  if (neighbour !== null) beginLink(people, neighbour, dice)
  if (halves) goOnLeave(people)
  let parts = people.map((_, index) => Number(halves && index > 1))
  for (let step = 0; step < (several ? 2 * STEPS : STEPS); step++) {
    if (dice.happens(12) && (!halves || step > STEPS / 2))
      parts = people.map(() => dice.below(dice.happens(50) ? 1 : 3))
    const me = dice.oneOf(people) as Person
    if (dice.happens(50)) hear(me, people, parts, dice, honest)
    else if (dice.happens(4)) invite(people, parts, dice)
    else if (neighbour !== null && dice.happens(14)) linkStep(me, neighbour, { people, parts }, dice)
    else if (several && dice.happens(7)) changeDevices(me, people, parts, dice)
    else if (!honest && dice.happens(2)) carry(me, dice)
    else if (!honest && me === people[1] && dice.happens(40)) lie(me, dice, roles)
    else if (dice.happens(belonging)) sayIfAllowed(me, anyBelongingAct(me, dice))
    else speak(me, dice, roles)
    watch(me)
  }
  const events = [...new Map(people.flatMap((person) => [...person.known])).values()]
  return { circleId: first.circleId, people, events, honest }
}

function beginAgreed(people: readonly Person[], dice: Dice): void {
  const [ana, ben] = people as readonly [Person, Person]
  const changes = ana.agreementOf(agreed(people, {}))
  ana.presents({ changes, effect: dice.happens(50) ? { kind: 'end' } : null })
  ben.presents({ changes, text: 'On Fridays.' })
}

/** Everyone hears of it, so that whoever speaks next asks only those of whom they heard since. */
function goOnLeave(people: readonly Person[]): void {
  for (const person of people) if (person.refusal('member.on-leave', {}) === null) person.say('member.on-leave', {})
  together(...people)
}

/** Some circles let words stand that were spoken in a room. */
function agreeOnSpokenWords(people: readonly Person[]): void {
  together(...people)
  const way = { rule: 'spoken-words', witnesses: 2 } as const
  agreed(people, { title: 'Spoken words', effect: { kind: 'way', way } })
}

function hear(me: Person, people: readonly Person[], parts: readonly number[], dice: Dice, honest: boolean): void {
  const near = people.filter((other, index) => other !== me && parts[index] === parts[people.indexOf(me)])
  const other = dice.oneOf(near)
  if (other === undefined) return
  const all = [...other.known.values()].filter(
    ({ known }) => !isWithheld(other, people, known.device, known.seq, honest),
  )
  const lost = dice.happens(25) ? dice.below(all.length) : all.length
  const heard = dice.happens(50) ? all : dice.shuffled(all)
  me.takes(...heard.slice(0, lost), ...heard.slice(0, dice.below(3)))
}

/** The dishonest one keeps what they say to themselves for long. */
function isWithheld(other: Person, people: readonly Person[], device: string, seq: number, honest: boolean): boolean {
  return !honest && other === people[1] && device === other.device && seq % 8 > 2 && seq > other.known.size / 40
}

function sayIfAllowed(me: Person, saying: readonly [string, unknown] | undefined): void {
  if (saying === undefined) return
  const [type, body] = saying as [EventType, Body<EventType>]
  if (me.refusal(type, body) === null) me.say(type, body)
}

/** Eve comes in late: a member while the circle forms, a guest afterwards; two may let her in without knowing. */
function invite(people: Person[], parts: number[], dice: Dice): void {
  const me = dice.oneOf(people) as Person
  const keys = keysOf('eve')
  const body = admissionOf('eve', keys, me.circleId)
  if (me.refusal('member.admitted', body) !== null) return
  me.say('member.admitted', body)
  const eve = people[4]
  if (eve !== undefined) return eve.hears(me)
  people.push(me.joinedBy('eve', keys))
  parts.push(parts[people.indexOf(me)] ?? 0)
}

function beginLink(people: readonly Person[], { circle, says }: Neighbour, dice: Dice): void {
  if (dice.happens(70)) consentsTo(people, circle)
  else agreed(people, {})
  if (dice.happens(70)) tells(people[0] as Person, says[0] ?? '')
  together(...people)
}

type Everyone = { readonly people: Person[]; readonly parts: number[] }

function linkStep(me: Person, neighbour: Neighbour, { people, parts }: Everyone, dice: Dice): void {
  const newcomer = dice.happens(25) ? neighbourComes(neighbour, me) : undefined
  if (newcomer === undefined) return sayIfAllowed(me, anyLinkAct(me, neighbour, dice))
  people.push(newcomer)
  parts.push(parts[people.indexOf(me)] ?? 0)
}

function changeDevices(me: Person, people: Person[], parts: number[], dice: Dice): void {
  if (dice.happens(60)) anotherDevice(people, parts, dice)
  else revoke(me, people, dice)
}

/** At most two more devices, of anyone: whoever is near lets them in, or two do so without knowing. */
function anotherDevice(people: Person[], parts: number[], dice: Dice): void {
  const [me, owner] = [dice.oneOf(people), dice.oneOf(people)] as [Person, Person]
  const keys = { ...keysOf(owner.name, dice.happens(70) ? 'phone' : 'tablet'), person: owner.keys.person }
  const body = deviceOf(keys, me.circleId)
  if (people.length > 6 || me.refusal('device.admitted', body) !== null) return
  me.say('device.admitted', body)
  const known = people.find((one) => one.device === toHex(keys.sign.publicKey))
  if (known !== undefined) return known.hears(me)
  people.push(me.joinedBy(`${owner.name} ${keys.writer.slice(0, 4)}`, keys))
  parts.push(dice.below(3))
}

/** Mostly of a device that they have; a dishonest one tries it on others'. */
function revoke(me: Person, people: readonly Person[], dice: Dice): void {
  const other = dice.oneOf(people.filter((one) => one !== me && one.id === me.id))
  const body = other && { device: other.device }
  if (body !== undefined && me.refusal('device.revoked', body) === null) me.say('device.revoked', body)
}

function speak(me: Person, dice: Dice, roles: number): void {
  const guest = [...me.circle.members.values()].find((one) => one.admissions.some((admission) => admission.asGuest))
  if (guest !== undefined && dice.happens(4)) {
    const saying = { content: words({ title: 'Let them in', effect: { kind: 'admit', person: guest.person } }) }
    if (me.refusal('proposal.presented', saying) === null) me.say('proposal.presented', saying)
    return
  }
  const proposal = dice.oneOf([...me.circle.proposals.values()])
  const isAgreed = me.circle.adoptions.length > 0
  const isAboutAgreement = isAgreed && dice.happens(me.circle.proposals.size < 4 ? 8 : 2)
  const saying = isAboutAgreement
    ? aboutAgreement(me, dice)
    : dice.happens(roles)
      ? (dice.happens(70) ? nextRoleStep : anyRoleAct)(me, dice)
      : proposal && (dice.happens(70) ? nextStep : anyAct)(me, proposal, dice)
  if (saying === undefined) return
  const [type, body] = saying as [EventType, Body<EventType>]
  const seen = dice.happens(10) ? [] : me.seen()
  if (me.refusal(type, body, seen) === null) me.say(type, body, seen)
}

/** Says what no rule let through: acts at random, in two logs at once, or somebody else's words in an own log. */
function lie(me: Person, dice: Dice, roles: number): void {
  const proposal = dice.oneOf([...me.circle.proposals.values()])
  const saying = dice.happens(roles) ? anyRoleAct(me, dice) : proposal && anyAct(me, proposal, dice)
  const [type, body] = saying ?? ['member.left', {}]
  const how = dice.below(3)
  if (how === 0) {
    const other = signed(me.content('reaction.given', { proposal: proposal?.id ?? null, text: 'both' }), me.keys)
    me.sayAnyway(type, body)
    me.takes(other)
  } else if (how === 1) {
    const copied = dice.oneOf([...me.known.values()])
    if (copied !== undefined) me.fold.add({ ...copied.known, writer: me.keys.writer })
  } else me.sayAnyway(type, body, dice.happens(50) ? [] : me.seen())
}

/** [E9] Somebody carries what a device signed, whether its own log has brought it or not. */
function carry(me: Person, dice: Dice): void {
  const said = dice.oneOf([...me.known.values()])
  if (said === undefined || said.known.circle === null || said.known.type === 'word.carried') return
  const { event, signature, known } = said
  const [type, body] = ['word.carried', { event, signature, writer: known.writer }] as const
  if (me.refusal(type, body, []) === null) me.say(type, body, [])
}

/** What must hold in every fold at every time, whoever is honest. */
export function faultsOf(circle: Circle): string[] {
  const faults: string[] = []
  for (const { id, closes } of circle.slots.values()) {
    if (closes.length === 0) continue
    const slot = [...circle.agreements.values()].filter((one) => circle.proposals.get(one.proposal)?.slot.id === id)
    const states = slot.map((one) => agreementState(circle, one)).filter((state) => state !== 'invalid')
    if (states.filter((state) => state === 'in-force' || state === 'settled').length > 1)
      faults.push(`two agreements in force in one slot: ${states.join()}`)
    if (states.length > 0 && states.every((state) => state === 'superseded')) faults.push('all superseded, none left')
  }
  return faults
}
