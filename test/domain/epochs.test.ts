import { describe, expect, it } from 'vitest'
import { currentEpochs, isEpochDue } from '../../src/domain/epochs/queries.ts'
import { expectSameInAnyOrder } from '../helpers/asked.ts'
import { deviceOf, keysOf } from '../helpers/devices.ts'
import { openingBy } from '../helpers/belonging-acts.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import { hashText } from '../../src/log/crypto.ts'
import type { Person } from '../helpers/people.ts'

type Three = [Person, Person, Person]
const three = () => circleOf('ana', 'ben', 'cleo') as Three

const removing = (person: Person) => ({ title: 'Goes', effect: { kind: 'remove', person: person.id } as const })

describe('epochs', () => {
  it('[Z1] a circle begins with one, and none is due while nobody was removed', () => {
    const people = three()
    const [ana] = people
    expect(currentEpochs(ana.circle)).toEqual([ana.circle.genesis?.epoch])
    expect(isEpochDue(ana.circle)).toBe(false)
    agreed(people, {})
    ana.admits('dan')
    expect(isEpochDue(ana.circle)).toBe(false)
    expect(ana.refusal('epoch.opened', openingBy(ana))?.code).toBe('no-epoch-due')
  })

  it('[Z2] [Z3] a removal makes one due, for exactly the devices of those who stay', () => {
    const [ana, ben, cleo] = three()
    agreed([ana, ben], removing(cleo))
    together(ana, ben, cleo)
    expect(isEpochDue(ben.circle)).toBe(true)
    const body = openingBy(ben)
    expect(body.boxes.map(({ device }) => device)).toEqual([ana.device, ben.device].toSorted())
    const more = [...body.boxes, { device: cleo.device, box: '00'.repeat(112) }].toSorted((a, b) =>
      a.device < b.device ? -1 : 1,
    )
    expect(ben.refusal('epoch.opened', { ...body, boxes: more })?.code).toBe('wrong-epoch')
    expect(ben.refusal('epoch.opened', { ...body, boxes: body.boxes.slice(1) })?.code).toBe('wrong-epoch')
    expect(ben.refusal('epoch.opened', { ...body, parents: [hashText('other')] })?.code).toBe('wrong-epoch')
    const forced = cleo.sayAnyway('epoch.opened', body)
    expect(cleo.circle.refused.get(forced)?.refusal.code).toBe('wrong-epoch')
    ben.say('epoch.opened', body)
    together(ana, ben)
    expect(currentEpochs(ana.circle)).toEqual([body.epoch])
    expect(isEpochDue(ana.circle)).toBe(false)
    const dan = ana.admits('dan')
    together(ana, ben, dan)
    expect(isEpochDue(ben.circle)).toBe(false)
    expectSameCircle(ana, ben, dan)
  })

  it('[Z3] [M6] who leaves by themselves makes one due as well: they read nothing that comes after', () => {
    const [ana, ben, cleo] = three()
    cleo.say('member.left', {})
    together(ana, ben, cleo)
    expect(isEpochDue(ben.circle)).toBe(true)
    const body = openingBy(ben)
    expect(body.boxes.map(({ device }) => device)).toEqual([ana.device, ben.device].toSorted())
    ben.say('epoch.opened', body)
    expect(isEpochDue(ben.circle)).toBe(false)
  })

  it('[Z3] a device that is gone makes one due as well', () => {
    const [ana, ben] = three()
    const phone = ben.admitsDeviceOf(ana)
    ana.hears(phone, ben)
    ana.say('device.revoked', { device: phone.device })
    expect(isEpochDue(ana.circle)).toBe(true)
    const body = openingBy(ana)
    expect(body.boxes.map(({ device }) => device)).not.toContain(phone.device)
    ana.say('epoch.opened', body)
    expect(isEpochDue(ana.circle)).toBe(false)
  })

  it('[Z1] of two opened apart both stand, and a next one for whom both entitle ends it', () => {
    const people = circleOf('ana', 'ben', 'cleo', 'dan', 'eve')
    const [ana, ben, cleo, dan, eve] = people as [Person, Person, Person, Person, Person]
    for (const gone of [dan, eve]) {
      const proposal = ana.presents(removing(gone))
      together(...people)
      const round = ana.opensRound(proposal)
      together(...people)
      for (const person of people) if (person !== gone) person.consents(round)
    }
    together(...people)
    const rounds = [...ana.circle.rounds.keys()]
    ana.closes(rounds[0] ?? '')
    ben.closes(rounds[1] ?? '')
    ana.say('epoch.opened', openingBy(ana, 'one'))
    ben.say('epoch.opened', openingBy(ben, 'other'))
    together(...people)
    expect(currentEpochs(cleo.circle)).toEqual([hashText('one'), hashText('other')].toSorted())
    expect(isEpochDue(cleo.circle)).toBe(true)
    // Dan and Eve each consented that the other goes: neither does, so both are entitled.
    expect([dan.state, eve.state]).toEqual(['joined', 'joined'])
    const child = openingBy(cleo, 'child')
    expect(child.boxes.length).toBe(5)
    cleo.say('epoch.opened', child)
    together(...people)
    expect(currentEpochs(dan.circle)).toEqual([child.epoch])
    expect(isEpochDue(ana.circle)).toBe(false)
    expectSameCircle(...people)
  })

  it('[Z3] [S1] whether one was due hangs on what its author knew: not on another door of a device that comes to light', () => {
    const people = circleOf('ana', 'ben', 'cleo', 'dan')
    const [ana, ben, cleo, dan] = people as [Person, Person, Person, Person]
    agreed([ana, ben, cleo], removing(dan))
    const phone = ben.admitsDeviceOf(ana)
    ana.say('epoch.opened', openingBy(ana))
    cleo.hears(ana, ben)
    // Ana, who knows nothing of Ben's having done so, lets her phone in too: with the newest key.
    ana.say('device.admitted', deviceOf(phone.keys, ana.circleId))
    expect(isEpochDue(cleo.circle)).toBe(true)
    const opened = cleo.say('epoch.opened', openingBy(cleo))
    ben.hears(ana)
    ben.hears(cleo)
    expect(ben.circle.counted.has(opened)).toBe(true)
    expectSameInAnyOrder(ana, ben, cleo)
  })

  it('[Z3] somebody who was let in apart from the newest makes one due, which gives them its key', () => {
    const people = circleOf('ana', 'ben', 'cleo', 'dan')
    const [ana, ben, cleo, dan] = people as [Person, Person, Person, Person]
    const proposal = ana.presents(removing(dan))
    together(...people)
    const round = ana.opensRound(proposal)
    together(...people)
    for (const person of [ana, ben, cleo]) person.consents(round)
    together(...people)
    ana.closes(round)
    ana.say('epoch.opened', openingBy(ana))
    const eve = cleo.admits('eve')
    together(ana, ben, cleo, eve)
    expect(isEpochDue(ben.circle)).toBe(true)
    const body = openingBy(ben)
    expect(body.boxes.map(({ device }) => device)).toContain(eve.device)
    ben.say('epoch.opened', body)
    together(ana, ben, cleo, eve)
    expect(isEpochDue(cleo.circle)).toBe(false)
    expectSameCircle(ana, ben, cleo, eve)
  })

  it('[Z4] who says that a key is missing, or gives one, is no further than before: a program says it, no person', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const close = agreed(people, {})
    for (const person of [ana, ben]) person.hasSeen(close)
    const epoch = ana.circle.genesis?.epoch ?? ''
    cleo.hears(ana, ben)
    cleo.say('member.on-leave', {})
    const before = cleo.seen()
    cleo.say('key.missing', { epoch, bad: [] }, [])
    cleo.say('key.given', { epoch, device: ana.device, box: '00'.repeat(80) }, [])
    expect(cleo.state).toBe('on-leave')
    expect(before.length).toBeGreaterThan(0)
    together(...people)
    expect(ana.circle.lostKeys.missing).toMatchObject([{ device: cleo.device, epoch }])
    expect(ana.circle.lostKeys.given).toMatchObject([{ by: cleo.device, device: ana.device, epoch }])
    const stranger = ana.joinedBy('zoe', keysOf('zoe'))
    expect(stranger.refusal('key.missing', { epoch, bad: [] })?.code).toBe('not-admitted')
    expect(ben.refusal('key.given', { epoch, device: ana.device, box: '00' })?.code).toBe('malformed')
    expectSameCircle(...people)
  })
})
