import { describe, expect, it } from 'vitest'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { EVERYTHING } from '../../src/domain/causality.ts'
import { isEpochDue } from '../../src/domain/epochs/queries.ts'
import { agreedWay } from '../../src/domain/ways/queries.ts'
import { newestMeetingKey } from '../../src/domain/statements/queries.ts'
import { linkOf } from '../../src/domain/links/state.ts'
import { agree, agreed, expectSameCircle, together } from '../helpers/circles.ts'
import { certificateOf } from '../helpers/certificates.ts'
import { tools } from '../helpers/devices.ts'
import {
  circleCalled,
  comesAs,
  consentsTo,
  delegateStatement,
  link,
  selects,
  sends,
  statementOf,
  tells,
  terms,
} from '../helpers/linking.ts'
import { TODAY, type Person } from '../helpers/people.ts'

import { baseWords, linked, stateAt, two, unlink } from '../helpers/two-circles.ts'

describe('a link', () => {
  it('[Q1] [D2.9] is there when both circles have consented to the same, and looks the same from both ends', () => {
    const { kitchen, river, ana, rosa } = two()
    expect(stateAt(ana, rosa)).toBeUndefined()
    ana.presents({ effect: terms(rosa.circleId) })
    expect(stateAt(ana, rosa)).toBe('proposed')
    const own = consentsTo(kitchen, rosa.circleId)
    expect(stateAt(ana, rosa)).toBe('consented-here')
    tells(rosa, statementOf(ana, own, { kind: 'link' }, rosa.circleId))
    expect(stateAt(rosa, ana)).toBe('consented-there')
    together(...river)
    const other = consentsTo(river, ana.circleId)
    expect(stateAt(rosa, ana)).toBe('agreed')
    expect(stateAt(ana, rosa)).toBe('consented-here')
    tells(ana, statementOf(rosa, other, { kind: 'link' }, ana.circleId))
    expect(stateAt(ana, rosa)).toBe('agreed')
  })

  it('[Q1] is not there while the two say different things', () => {
    const { kitchen, river, ana, rosa } = two()
    const own = consentsTo(kitchen, rosa.circleId)
    tells(rosa, statementOf(ana, own, { kind: 'link' }, rosa.circleId))
    together(...river)
    consentsTo(river, ana.circleId, { aim: 'something else' })
    expect(stateAt(rosa, ana)).toBe('differing')
    consentsTo(river, ana.circleId)
    expect(stateAt(rosa, ana)).toBe('agreed')
  })

  it('[Q4] makes a delegate, selected there and let in here, a member from the next round on', () => {
    const { kitchen, river, ana, ben, rosa } = two()
    link(kitchen, river)
    const close = selects(kitchen, rosa.circleId, ben)
    const there = comesAs('ben of us', rosa)
    together(...river, there)
    expect(there.state).toBe('guest')
    const before = rosa.opensRound(rosa.presents())
    const text = delegateStatement(ben, close, rosa.circleId, there)
    // Anyone can tell whom the other circle selected; only the delegate can take the seat.
    tells(rosa, text)
    expect(rosa.circle.members.get(there.id)?.seats).toEqual([])
    tells(there, text)
    together(...river, there)
    expect(there.state).toBe('joined')
    expect(rosa.circle.rounds.get(before)?.electorate).not.toContain(there.id)
    expect(rosa.electorate()).toContain(there.id)
    expect(stateAt(rosa, ana)).toBe('agreed')
    expectSameCircle(...river, there)
  })

  it('[Q4] is active when everyone who is to go has come, at both ends; and due when its term is over', () => {
    const { ana, rosa, ben, sam, samHere, benThere } = linked()
    expect(samHere.state).toBe('joined')
    ben.say('delegate.arrived', { circle: rosa.circleId, seat: 1 })
    sam.say('delegate.arrived', { circle: ana.circleId, seat: 1 })
    together(ana, ben)
    together(rosa, sam)
    expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['active', 'active'])
    expect([stateAt(ana, rosa, '2027-06-01'), stateAt(rosa, ana, '2027-06-01')]).toEqual(['due', 'due'])
    expect(ana.refusal('delegate.arrived', { circle: rosa.circleId, seat: 1 })?.code).toBe('not-the-holder')
    expect(benThere.state).toBe('joined')
  })

  it('[Q4] decides across: the delegate is asked, and their objection holds', () => {
    const { rosa, benThere, others } = linked()
    const proposal = rosa.presents({ text: 'The river rises.' })
    const round = rosa.opensRound(proposal)
    together(...others)
    benThere.objects(round, 'it floods the kitchen')
    together(...others)
    for (const one of others.filter((person) => person !== benThere)) one.consents(round)
    together(...others)
    expect(rosa.refusal('round.closed', rosa.closing(round))?.code).toBe('not-consented')
    benThere.consents(round)
    together(...others)
    const close = rosa.closes(round)
    expect(verifyCertificate(certificateOf(rosa, close), tools)).toMatchObject({ valid: true })
  })

  it('[Q3] is ended by either side alone and at once: who is here for it is not asked, and goes', () => {
    const { kitchen, ana, rosa, samHere, all } = linked()
    expect(ana.electorate()).toContain(samHere.id)
    const close = unlink(
      all.filter((one) => one !== samHere),
      rosa,
      [samHere],
    )
    together(...all)
    expect(ana.circle.rounds.get(ana.circle.closes.get(close)?.round ?? '')?.electorate).not.toContain(samHere.id)
    expect(samHere.state).toBe('removed')
    expect(stateAt(ana, rosa)).toBe('ended')
    expect(isEpochDue(ana.circle)).toBe(true)
    expect(ana.electorate()).toEqual(kitchen.map(({ id }) => id).toSorted())
    expectSameCircle(...all)
  })

  it('[Q5] [D3 row 21] the other side ended it: the delegate goes when it is told, and what they had said counts', () => {
    const { kitchen, ana, rosa, river, others, benThere, samHere } = linked()
    const open = rosa.opensRound(rosa.presents())
    together(...others)
    benThere.consents(open)
    together(...others)
    const end = unlink(kitchen, rosa, [samHere])
    // Apart from that, the delegate says one thing more, which nobody has heard when the end is told.
    const apart = benThere.asks(rosa.circle.rounds.get(open)?.proposal ?? '')
    tells(rosa, statementOf(ana, end, { kind: 'unlink' }, rosa.circleId))
    together(...others)
    expect([stateAt(rosa, ana), benThere.state]).toEqual(['ended', 'left'])
    expect(linkOf(rosa.circle, ana.circleId, TODAY)?.endedBy).toBe('there')
    expect(rosa.circle.counted.has(apart)).toBe(true)
    expect(isEpochDue(rosa.circle)).toBe(true)
    expect(rosa.electorate()).toEqual(river.map(({ id }) => id).toSorted())
    const waiting = rosa.circle.rounds.get(open)?.proposal ?? ''
    const again = rosa.opensRound(waiting)
    together(...river)
    agree(again, rosa, river[1])
    expectSameCircle(...river)
  })

  it('[Q3] ended and agreed anew is another link: nobody sits in it before they are sent again', () => {
    const { kitchen, river, ana, rosa, samHere, benThere, others } = linked()
    const end = unlink(kitchen, rosa, [samHere])
    tells(rosa, statementOf(ana, end, { kind: 'unlink' }, rosa.circleId))
    together(...others)
    const own = consentsTo(kitchen, rosa.circleId, { aim: 'again' })
    expect(stateAt(ana, rosa)).toBe('consented-here')
    tells(rosa, statementOf(ana, own, { kind: 'link' }, rosa.circleId))
    together(...river)
    const other = consentsTo(river, ana.circleId, { aim: 'again' })
    tells(ana, statementOf(rosa, other, { kind: 'link' }, ana.circleId))
    expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['agreed', 'agreed'])
    expect(benThere.state).toBe('left')
  })

  it('[Q1] one way only where agreed: a single link has one delegate', () => {
    const { kitchen, river, ana, rosa, ben } = two()
    link(kitchen, river, { sends: 1, receives: 0 })
    const there = sends(kitchen, river, ben)
    expect(there.state).toBe('joined')
    ben.say('delegate.arrived', { circle: rosa.circleId, seat: 1 })
    expect(stateAt(ben, rosa)).toBe('active')
    expect(stateAt(rosa, ana)).toBe('active')
    expect(
      ana.refusal('proposal.presented', {
        content: { ...baseWords(ana), effect: terms(rosa.circleId, { sends: 0, receives: 0 }) },
      })?.code,
    ).toBe('no-seats')
  })

  it('[M5] [Q4] a delegate on leave stays so while their program writes in what linked circles say', () => {
    const { kitchen, river, ana, rosa, ben } = two()
    const oneWay = { sends: 1, receives: 0 }
    link(kitchen, river, oneWay)
    const there = sends(kitchen, river, ben)
    there.say('member.on-leave', {})
    const again = consentsTo(kitchen, rosa.circleId, oneWay)
    tells(there, statementOf(ana, again, { kind: 'link' }, rosa.circleId))
    expect(there.state).toBe('on-leave')
    there.notices()
    expect(there.state).toBe('joined')
  })

  it('[W7] [Q3] an organisation that keeps its own tools shows what it consents to, and leaves all links by one consent', () => {
    const { kitchen, river, ana, rosa, sam } = two()
    const lake = circleCalled('Lake', 'lea', 'luc')
    const lea = lake[0] as Person
    const way = { rule: 'mirror' as const, of: 'Town library', shows: ['opening hours', 'rooms to lend'] }
    agreed(kitchen, { title: 'Whom we stand for', effect: { kind: 'way', way } })
    expect(agreedWay(ana.circle, 'mirror')?.way).toEqual(way)
    link(kitchen, river)
    link(kitchen, lake)
    const samHere = sends(river, kitchen, sam)
    const circles = [rosa.circleId, lea.circleId].toSorted()
    const close = agreed(kitchen, { title: 'We leave', effect: { kind: 'unlink', circles, people: [samHere.id] } })
    together(...kitchen, samHere)
    expect([stateAt(ana, rosa), stateAt(ana, lea), samHere.state]).toEqual(['ended', 'ended', 'removed'])
    for (const other of [rosa, lea]) tells(other, statementOf(ana, close, { kind: 'unlink' }, other.circleId))
    expect([stateAt(rosa, ana), stateAt(lea, ana)]).toEqual(['ended', 'ended'])
  })
})

it('[Q8] what the nodes may meet by comes with the consent: of two consents of one agreement the later epoch counts, told in any order', () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const { kitchen, river, ana, rosa } = two()
    const own = consentsTo(kitchen, rosa.circleId)
    const keys = ['aa'.repeat(32), 'bb'.repeat(32)]
    for (const turn of order) {
      const meet = { key: keys[turn] ?? '', turn }
      tells(rosa, statementOf(ana, own, { kind: 'link', meet }, rosa.circleId))
    }
    together(...river)
    expect(newestMeetingKey(rosa.circle, EVERYTHING, ana.circleId)).toEqual({ key: keys[1], turn: 1 })
    expect(stateAt(rosa, ana)).toBe('consented-there')
    expectSameCircle(...river)
  }
})
