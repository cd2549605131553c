import { describe, expect, it } from 'vitest'
import { devicesOf, people as everyoneIn } from '../../src/domain/members/queries.ts'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { asked, contests, expectSameInAnyOrder, stateOf } from '../helpers/asked.ts'
import { agree, circleOf, together } from '../helpers/circles.ts'
import { admissionOf, attested, deviceOf, keysOf } from '../helpers/devices.ts'
import { words, type Person } from '../helpers/people.ts'

const codeOf = (refused: { code: string } | null) => refused?.code ?? null

function objectionOf({ circle }: Person, id: string): string | undefined {
  const record = circle.responses.get(id)
  return record && objectionState(circle, record)
}

describe('devices', () => {
  it('[M7] another device of somebody who is here speaks for the same person; nobody new is asked', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    const phone = ben.admitsDeviceOf(ana)
    expect(devicesOf(phone.circle, ana.id).length).toBe(2)
    expect(everyoneIn(phone.circle).length).toBe(3)
    phone.consents(round)
    ben.hears(phone)
    cleo.hears(phone)
    ben.consents(round)
    cleo.consents(round)
    phone.hears(ben, cleo)
    const close = phone.closes(round)
    together(phone, ...people)
    expect(stateOf(cleo, close)).toBe('in-force')
    expect(ana.proposal(proposal).rounds[0]?.electorate.length).toBe(3)
    expectSameInAnyOrder(phone, ...people)
  })

  it('[M7] it needs somebody with a voice to let it in, a person who is here, and keys that nobody has', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    agree(round, ana, ben, cleo)
    const dan = ben.admits('dan')
    const phone = deviceOf(keysOf('ana', 'phone'), ana.circleId)
    expect(codeOf(dan.refusal('device.admitted', phone))).toBe('needs-consent')
    expect(codeOf(ben.refusal('device.admitted', deviceOf(keysOf('eve'), ana.circleId)))).toBe('not-a-member')
    expect(codeOf(ben.refusal('device.admitted', deviceOf(keysOf('ana'), ana.circleId)))).toBe('key-in-use')
    const stolen = { ...phone, device: attested(keysOf('eve', 'phone'), ana.circleId) }
    expect(codeOf(ben.refusal('device.admitted', stolen))).toBe('bad-attestation')
    const again = admissionOf('ana', keysOf('ana', 'phone'), ana.circleId)
    expect(codeOf(ben.refusal('member.admitted', again))).toBe('already-a-member')
    // A guest and somebody on leave have their other devices like anyone.
    const guests = ben.admitsDeviceOf(dan)
    expect(guests.state).toBe('guest')
    cleo.say('member.on-leave', {})
    ben.hears(cleo)
    expect(ben.admitsDeviceOf(cleo).state).toBe('on-leave')
  })

  it('[M7] [M3] of two who let one device in apart, both are right', () => {
    const [ana, ben, cleo] = asked().people
    const phone = ben.admitsDeviceOf(ana)
    cleo.say('device.admitted', deviceOf(phone.keys, ana.circleId))
    expectSameInAnyOrder(phone, ana, ben, cleo)
    expect(devicesOf(ana.circle, ana.id).length).toBe(2)
    expect(phone.presents()).toBeTruthy()
  })

  it('[R4] words of two devices apart both stand, and an objection among them holds', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    const phone = cleo.admitsDeviceOf(ana)
    ana.consents(round)
    phone.objects(round)
    ben.consents(round)
    cleo.consents(round)
    together(phone, ...people)
    expect(codeOf(ben.refusal('round.closed', ben.closing(round)))).toBe('not-consented')
    phone.consents(round)
    ben.hears(phone)
    expect(ben.refusal('round.closed', ben.closing(round))).toBeNull()
  })

  it('[A2] is settled only when each device of everyone asked knows of the close', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    const phone = ben.admitsDeviceOf(ana)
    together(phone, ...people)
    const close = agree(round, ana, ben, cleo)
    for (const person of people) person.hasSeen(close)
    together(...people)
    expect(stateOf(cleo, close)).toBe('in-force')
    phone.hears(ana)
    phone.hasSeen(close)
    cleo.hears(phone)
    expect(stateOf(cleo, close)).toBe('settled')
  })

  it('[A2] a device let in by who knew of the close knows of it; one that is gone is not waited for', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    const phone = ben.admitsDeviceOf(ana)
    together(...people)
    const close = agree(round, ana, ben, cleo)
    for (const person of people) person.hasSeen(close)
    together(...people)
    const tablet = ben.admitsDeviceOf(ana, 'tablet')
    expect(stateOf(ben, close)).toBe('in-force')
    tablet.revokes(phone)
    together(tablet, ...people)
    expect(stateOf(cleo, close)).toBe('settled')
    // What the lost one said meanwhile contests nothing any more.
    const late = phone.objects(round)
    together(phone, tablet, ...people)
    expect([stateOf(cleo, close), objectionOf(cleo, late)]).toEqual(['settled', 'cut-off'])
    expectSameInAnyOrder(cleo, phone, tablet, ana, ben)
  })

  it('[A2] a cut by who knew of the close brings no objection back that was withdrawn: what is settled stays so', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    for (const person of people) person.consents(round)
    cleo.hears(ana, ben)
    const objection = ana.objects(round)
    const close = cleo.closes(round)
    together(...people)
    expect(stateOf(ben, close)).toBe('contested')
    const phone = ben.admitsDeviceOf(ana)
    ana.hears(phone)
    phone.say('objection.withdrawn', { objection })
    for (const person of [ana, ben]) person.hasSeen(close)
    for (const person of [ben, cleo]) person.hears(phone, ana, ben)
    expect(stateOf(cleo, close)).toBe('settled')
    ana.revokes(phone)
    together(...people, phone)
    expect(stateOf(cleo, close)).toBe('settled')
    expectSameInAnyOrder(cleo, phone, ana, ben)
  })

  it('[A3] a device that somebody not asked let in apart from the close contests nothing', () => {
    const people = circleOf('ana', 'ben', 'cleo', 'fred')
    const [ana, ben, cleo, fred] = people as [Person, Person, Person, Person]
    fred.say('member.on-leave', {})
    together(...people)
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    together(...people)
    const close = agree(round, ana, ben, cleo)
    for (const person of [ana, ben, cleo]) person.hasSeen(close)
    together(ana, ben, cleo)
    expect(stateOf(ana, close)).toBe('settled')
    const phone = fred.admitsDeviceOf(ana)
    const objection = phone.objects(round)
    together(phone, ...people)
    for (const person of [ana, ben, cleo]) expect(stateOf(person, close)).not.toBe('contested')
    expect(objectionOf(ana, objection)).toBe('raised')
    // Let in by someone who was asked, the objection is in time.
    const other = asked()
    const [anna, bea, cora] = other.people
    for (const person of other.people) person.consents(other.round)
    anna.hears(bea, cora)
    const tablet = bea.admitsDeviceOf(anna)
    const theirs = anna.closes(other.round)
    tablet.objects(other.round)
    together(tablet, ...other.people)
    expect(stateOf(cora, theirs)).toBe('contested')
  })

  it('[M8] only a person says so, of a device of theirs, from another; and once', () => {
    const [ana, ben] = asked().people
    const phone = ben.admitsDeviceOf(ana)
    ana.hears(ben)
    expect(codeOf(ben.refusal('device.revoked', { device: phone.device }))).toBe('no-such-device')
    expect(codeOf(ana.refusal('device.revoked', { device: ana.device }))).toBe('this-device')
    expect(codeOf(ana.refusal('device.revoked', { device: 'ab'.repeat(32) }))).toBe('no-such-device')
    ana.revokes(phone)
    expect(codeOf(ana.refusal('device.revoked', { device: phone.device }))).toBe('already-done')
    expect(devicesOf(ana.circle, ana.id).map(({ key }) => key)).toEqual([ana.device])
    phone.hears(ana)
    expect(codeOf(phone.refusal('proposal.presented', { content: words() }))).toBe('device-gone')
    const forced = phone.sayAnyway('proposal.presented', { content: words() })
    ana.hears(phone)
    expect(ana.circle.refused.get(forced)?.refusal.code).toBe('device-gone')
    expectSameInAnyOrder(ana, phone, ben)
  })

  it('[M8] [M5] saying so is no word that ends a leave', () => {
    const [ana, ben] = asked().people
    const phone = ben.admitsDeviceOf(ana)
    ana.hears(ben)
    ana.say('member.on-leave', {})
    ana.revokes(phone)
    expect(ana.state).toBe('on-leave')
  })

  it('[D3 row 12] up to the cut its words stand; beyond it they decide nothing, and its objection stays to be read', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    const phone = ben.admitsDeviceOf(ana)
    const consent = phone.consents(round)
    ana.hears(phone)
    ana.revokes(phone)
    const objection = phone.objects(round, 'taken by who found it')
    const question = phone.asks(proposal)
    ben.consents(round)
    cleo.consents(round)
    together(phone, ...people)
    expect(objectionOf(ben, objection)).toBe('cut-off')
    expect(ben.circle.responses.get(objection)?.reason).toBe('taken by who found it')
    expect(ben.circle.counted.has(question)).toBe(true)
    expect(ben.closing(round).consents.map((one) => one.response)).toContain(consent)
    const close = ben.closes(round)
    together(phone, ...people)
    expect(stateOf(cleo, close)).toBe('in-force')
    expectSameInAnyOrder(cleo, phone, ana, ben)
  })

  it('[D3 row 12] takes back no objection, ends no membership and lays nothing aside beyond the cut', () => {
    const { people, proposal, round } = asked()
    const [ana, ben] = people
    const phone = ben.admitsDeviceOf(ana)
    const objection = ana.objects(round)
    phone.hears(ana)
    ana.hears(phone)
    ana.revokes(phone)
    phone.say('objection.withdrawn', { objection })
    phone.ends(proposal, 'withdrawn')
    phone.say('member.left', {})
    together(phone, ...people)
    expect(objectionOf(ben, objection)).toBe('raised')
    expect(ben.openRound(proposal)).toBe(round)
    expect(ana.state).toBe('joined')
    expectSameInAnyOrder(ana, phone, ben)
  })

  it('[D3 row 12] a certificate that rests on a consent beyond the cut stays valid and is contested, until a round that knows', () => {
    const { people, proposal, round } = asked()
    const [ana, ben, cleo] = people
    const phone = ben.admitsDeviceOf(ana)
    ana.hears(phone)
    const revoked = ana.revokes(phone)
    phone.consents(round)
    ben.hears(phone)
    ben.consents(round)
    cleo.hears(ben)
    cleo.consents(round)
    const close = cleo.closes(round)
    expect(stateOf(cleo, close)).toBe('in-force')
    together(phone, ...people)
    expect(contests(ben, close)).toMatchObject([{ kind: 'device-gone', person: ana.id, id: revoked }])
    expect(stateOf(ben, close)).toBe('contested')
    expect(cleo.circle.closes.get(close)?.problem).toBeNull()
    const round2 = ben.opensRound(proposal)
    together(...people)
    const next = agree(round2, ana, ben, cleo)
    expect([stateOf(ben, close), stateOf(ben, next)]).toEqual(['superseded', 'in-force'])
    expectSameInAnyOrder(ben, phone, ana, cleo)
  })

  it('[D3 row 12] a device let in by one beyond its cut has no more voice than that one; a person stays', () => {
    const { people, round } = asked()
    const [ana, ben] = people
    const phone = ben.admitsDeviceOf(ana)
    ana.hears(phone)
    ana.revokes(phone)
    const tablet = phone.admitsDeviceOf(ana, 'tablet')
    const objection = tablet.objects(round)
    const eve = phone.admits('eve')
    together(phone, tablet, eve, ...people)
    expect(objectionOf(ben, objection)).toBe('cut-off')
    expect(devicesOf(ben.circle, ana.id).map(({ key }) => key)).toEqual([ana.device])
    expect(codeOf(tablet.refusal('proposal.presented', { content: words() }))).toBe('not-admitted')
    expect(eve.state).toBe('joined')
    expectSameInAnyOrder(ben, phone, tablet, eve, ana)
  })

  it('[D3 row 12] two devices that each say the other is gone: both are, and a new one is let in', () => {
    const { people } = asked()
    const [ana, ben] = people
    const phone = ben.admitsDeviceOf(ana)
    ana.hears(phone)
    ana.revokes(phone)
    phone.revokes(ana)
    together(phone, ...people)
    expect(devicesOf(ben.circle, ana.id)).toEqual([])
    expect(codeOf(ana.refusal('proposal.presented', { content: words() }))).toBe('device-gone')
    const laptop = ben.admitsDeviceOf(ana, 'new laptop')
    expect(laptop.presents()).toBeTruthy()
    expectSameInAnyOrder(laptop, ana, phone, ben)
  })
})
