import { describe, expect, it } from 'vitest'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { asked as askedOf, contests, expectSameInAnyOrder, stateOf } from '../helpers/asked.ts'
import { agreed, together } from '../helpers/circles.ts'
import { words, type Person } from '../helpers/people.ts'

const objectionOf = (of: Person, id: string) => {
  const response = of.circle.responses.get(id)
  return response === undefined ? undefined : objectionState(of.circle, response)
}

/** Three in a round; Cleo's device then goes on in two ways, as one that was restored from a copy does. */
function asked() {
  const parts = askedOf()
  const cleo = parts.people[2]
  return { ...parts, copy: cleo.joinedBy('cleo', cleo.keys) }
}

/** The others consent that somebody goes on with this device. */
function rekeyed(others: [Person, Person], device: Person): string {
  together(...others)
  return agreed(others, { title: 'Goes on', effect: { kind: 'rekey', person: device.id, device: device.device } })
}

describe('a device that says two things at one place', () => {
  it('[D3 row 13] [E8] consents nothing more to a close that knows; its objection stays to be read and holds nothing', () => {
    const { people, proposal, round, copy } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    const objection = copy.objects(round)
    const question = copy.asks(proposal)
    together(ana, ben, cleo, copy)
    expect(objectionOf(ana, objection)).toBe('forked')
    expect(ana.refusal('round.closed', ana.closing(round))).toMatchObject({ code: 'not-consented' })
    expect(ana.circle.questions.has(question)).toBe(true)
    expect(cleo.refusal('consent.given', { round, version: proposal })).toMatchObject({ code: 'device-forked' })
    const kept = cleo.say('concern.added', { proposal, agreement: null, text: 'it was me' })
    const forced = cleo.sayAnyway('consent.given', { round, version: proposal })
    together(ana, ben, cleo)
    expect(ana.circle.proposals.get(proposal)?.concerns.map(({ id }) => id)).toContain(kept)
    expect(ana.circle.refused.get(forced)?.refusal.code).toBe('device-forked')
    expectSameInAnyOrder(ana, ben, cleo, copy)
    // The person goes on with another device of theirs, which the others consent to.
    const phone = ana.admitsDeviceOf(cleo)
    together(ana, ben, phone)
    expect(phone.refusal('consent.given', { round, version: proposal })).toMatchObject({ code: 'needs-rekey' })
    rekeyed([ana, ben], phone)
    together(ana, ben, phone)
    phone.consents(round)
    ana.hears(phone)
    const close = ana.closes(round)
    expect(stateOf(ana, close)).toBe('in-force')
    expectSameInAnyOrder(ana, ben, cleo, copy, phone)
  })

  it('[D3 row 13] [D2.6] a certificate that cites such a consent stays, contested, until a close that knows of both', () => {
    const { people, proposal, round, copy } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    ana.hears(ben, cleo)
    const close = ana.closes(round)
    const other = copy.reacts(proposal)
    together(ben, copy)
    together(ana, ben, cleo)
    expect(ana.circle.closes.get(close)?.problem).toBeNull()
    expect(contests(ana, close)).toMatchObject([{ kind: 'device-forked', person: cleo.id, id: other }])
    expectSameInAnyOrder(ana, ben, cleo, copy)
    const phone = ben.admitsDeviceOf(cleo)
    rekeyed([ana, ben], phone)
    together(ana, ben, phone)
    const again = ana.opensRound(proposal)
    together(ana, ben, phone)
    for (const person of [ana, ben, phone]) person.consents(again)
    ana.hears(ben, phone)
    const answer = ana.closes(again)
    expect([stateOf(ana, close), stateOf(ana, answer)]).toEqual(['superseded', 'in-force'])
    expectSameInAnyOrder(ana, ben, cleo, copy, phone)
  })

  it('[D3 row 13] [A3] what was settled before anyone knew stays settled, however far back the fork is put', () => {
    const { people, proposal, round, copy } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    ana.hears(ben, cleo)
    const close = ana.closes(round)
    together(...people)
    for (const person of people) person.hasSeen(close)
    together(...people)
    expect(stateOf(ana, close)).toBe('settled')
    copy.reacts(proposal)
    const late = copy.objects(round)
    together(...people, copy)
    expect([stateOf(ana, close), objectionOf(ana, late)]).toEqual(['settled', 'forked'])
    expectSameInAnyOrder(ana, ben, cleo, copy)
  })

  it('[M13] [D3 row 13] a device let in by who knows has no voice before the others consent; theirs from before has', () => {
    const { people, proposal, round, copy } = asked()
    const [ana, ben, cleo] = people
    const tablet = ana.admitsDeviceOf(cleo, 'tablet')
    cleo.reacts(proposal)
    copy.asks(proposal)
    together(...people, copy, tablet)
    const phone = ben.admitsDeviceOf(cleo)
    together(...people, copy, tablet, phone)
    // What it may say: what a guest may, and that it was shown something.
    phone.reacts(proposal)
    phone.say('concern.added', { proposal, agreement: null, text: 'it was a copy of my disk' })
    const forced = phone.sayAnyway('consent.given', { round, version: phone.versionOf(round) })
    together(...people, copy, tablet, phone)
    expect(ana.circle.refused.get(forced)?.refusal.code).toBe('needs-rekey')
    expect(tablet.refusal('consent.given', { round, version: tablet.versionOf(round) })).toBeNull()
    // Whom it is about is not asked, and nobody's silence answers it.
    const effect = { kind: 'rekey', person: cleo.id, device: phone.device } as const
    const about = ana.presents({ title: 'Goes on', effect })
    together(...people, tablet)
    expect(ana.electorate(about)).toEqual([ana.id, ben.id].toSorted())
    const other = { kind: 'rekey', person: cleo.id, device: ana.device } as const
    expect(ana.refusal('proposal.presented', { content: words({ effect: other }) })?.code).toBe('no-such-device')
    rekeyed([ana, ben], phone)
    together(...people, copy, tablet, phone)
    expect(phone.refusal('consent.given', { round, version: phone.versionOf(round) })).toBeNull()
    const again = words({ effect })
    expect(ana.refusal('proposal.presented', { content: again })?.code).toBe('already-done')
    expectSameInAnyOrder(ana, ben, cleo, copy, tablet, phone)
  })

  it('[E9] [D3 row 13] who has one side only gets the other from somebody else’s log, and all freeze the device', () => {
    const { people, proposal, round, copy } = asked()
    const [ana, ben] = people
    const [cleo] = people.slice(2) as [Person]
    const one = cleo.consents(round)
    const other = copy.objects(round)
    ana.hears(cleo)
    ben.hears(copy)
    const [left, right] = [cleo.known.get(one), copy.known.get(other)]
    if (left === undefined || right === undefined) throw new Error('not said')
    const sides = new Set([one, other])
    const crosses = (from: Person, to: Person) =>
      to.takes(...[...from.known.values()].filter(({ known }) => !sides.has(known.id)))
    ben.reacts(proposal, 'I heard no')
    crosses(ben, ana)
    // Ben's words rest on what Ana cannot get from Cleo's log any more.
    expect(ana.fold.waiting().length).toBe(1)
    ana.say('word.missing', { ids: [other] }, [])
    crosses(ana, ben)
    ben.say('word.carried', { event: right.event, signature: right.signature, writer: right.known.writer }, [])
    ana.say('word.carried', { event: left.event, signature: left.signature, writer: left.known.writer }, [])
    crosses(ben, ana)
    crosses(ana, ben)
    for (const person of [ana, ben]) {
      expect(person.fold.waiting()).toEqual([])
      expect(person.circle.devices.get(cleo.device)?.forks).toHaveLength(1)
      expect(objectionOf(person, other)).toBe('forked')
      expect(person.refusal('round.closed', person.closing(round))?.code).toBe('not-consented')
    }
    const content = { ...left.event, at: left.event.at + 1 }
    const forged = { event: content, signature: left.signature, writer: left.known.writer }
    expect(ana.refusal('word.carried', forged, [])?.code).toBe('bad-signature')
    ana.sayAnyway('word.carried', forged, [])
    const elsewhere = { event: right.event, signature: right.signature, writer: ana.keys.writer }
    ana.say('word.carried', elsewhere, [])
    together(ana, ben)
    expectSameInAnyOrder(ana, ben)
  })
})
