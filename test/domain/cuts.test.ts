import { describe, expect, it } from 'vitest'
import { objectionState } from '../../src/domain/rounds/queries.ts'
import { asked, expectSameInAnyOrder, stateOf } from '../helpers/asked.ts'
import { agreed, circleOf, expectSameCircle, together } from '../helpers/circles.ts'
import type { Person } from '../helpers/people.ts'

describe('where the words of a device end', () => {
  it('[D3 row 9] [D3 row 12] beyond the cut of a removal and of a lost device at once: kept, whichever came first', () => {
    const people = circleOf('ana', 'ben', 'cleo', 'dan') as [Person, Person, Person, Person]
    const [ana, ben, cleo, dan] = people
    const phone = ana.admitsDeviceOf(dan)
    const proposal = ana.presents()
    together(...people, phone)
    const round = ana.opensRound(proposal)
    together(...people, phone)
    agreed([ana, ben, cleo], { title: 'Goes', effect: { kind: 'remove', person: dan.id } })
    dan.revokes(phone)
    const objection = phone.objects(round, 'said apart')
    const orders = [
      [ana, dan, phone],
      [dan, phone, ana],
    ] as const
    const listeners = orders.map((order) => {
      const listener = ana.joinedBy('ana', ana.keys)
      listener.hears(...order)
      const record = listener.circle.responses.get(objection)
      expect(record && objectionState(listener.circle, record)).toBe('kept')
      return listener
    })
    expectSameCircle(...listeners)
  })

  it('[D3 row 12] [A3] what is settled stays so, whatever a device that is gone had said about another', () => {
    const { people, round } = asked()
    const [ana, ben, cleo] = people
    const phone = ben.admitsDeviceOf(ana)
    const tablet = ben.admitsDeviceOf(ana, 'tablet')
    together(...people, phone, tablet)
    // The laptop, lost itself by then, says that the phone is gone; nobody hears of it before all is settled.
    ana.revokes(phone)
    tablet.revokes(ana)
    together(phone, tablet, ben, cleo)
    phone.consents(round)
    for (const person of [ben, cleo]) person.consents(round)
    together(phone, tablet, ben, cleo)
    const close = ben.closes(round)
    together(phone, tablet, ben, cleo)
    for (const person of [phone, tablet, cleo]) person.hasSeen(close)
    together(phone, tablet, ben, cleo)
    expect(stateOf(cleo, close)).toBe('settled')
    together(...people, phone, tablet)
    expect(stateOf(cleo, close)).toBe('settled')
    expectSameInAnyOrder(cleo, ana, ben, phone, tablet)
  })
})
