import { describe, expect, it } from 'vitest'
import { agreementState } from '../../src/domain/agreements/queries.ts'
import { verifyCertificate } from '../../src/domain/certificates/verify.ts'
import { doneApart } from '../../src/domain/links/apart.ts'
import { linkSeat } from '../../src/domain/links/effects.ts'
import { linkOf } from '../../src/domain/links/state.ts'
import { agreed, expectSameCircle, together } from '../helpers/circles.ts'
import { certificateOf } from '../helpers/certificates.ts'
import { tools } from '../helpers/devices.ts'
import {
  comesAs,
  consentsTo,
  delegateStatement,
  link,
  selects,
  sends,
  statementOf,
  telling,
  tells,
  terms,
} from '../helpers/linking.ts'
import { seatOf } from '../helpers/selecting.ts'
import { TODAY, type Person } from '../helpers/people.ts'

type Three = [Person, Person, Person]
import { linked, stateAt, two, unlink } from '../helpers/two-circles.ts'

describe('link acts that were made apart', () => {
  it('[Q1] both offer: it is one link', () => {
    const { kitchen, river, ana, rosa } = two()
    link(kitchen, river)
    expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['agreed', 'agreed'])
  })

  it('[Q1] two parts of a circle consent to different terms: as any slot (row 8), and no link by words that others contest', () => {
    const { kitchen, rosa, ana, ben } = two()
    const [first, second] = [
      ana.presents({ effect: terms(rosa.circleId) }),
      ana.presents({ effect: terms(rosa.circleId, { aim: 'other' }) }),
    ]
    const [one, later] = [ana.opensRound(first), ana.opensRound(second)]
    together(...kitchen)
    for (const person of kitchen) person.consents(one)
    for (const person of kitchen) person.consents(later)
    together(...kitchen)
    const close = ana.closes(later)
    together(...kitchen)
    expect(agreementState(ben.circle, ben.circle.agreements.get(ben.agreementOf(close))!)).toBe('in-force')
    expect(linkOf(ben.circle, rosa.circleId, TODAY)?.own?.terms.aim).toBe('other')
  })

  it('[Q3] one part renews it, another ends it: it has ended, until the circle knows of both', () => {
    const { kitchen, ana, ben, rosa } = two()
    consentsTo(kitchen, rosa.circleId)
    const renew = ana.presents({ effect: terms(rosa.circleId, { until: '2028-01-01' }) })
    const end = ana.presents({ effect: { kind: 'unlink', circles: [rosa.circleId], people: [] } })
    const [r, e] = [ana.opensRound(renew), ana.opensRound(end)]
    together(...kitchen)
    for (const person of kitchen) person.consents(r)
    together(...kitchen)
    ana.closes(r)
    for (const person of kitchen) sayConsent(person, e)
    together(...kitchen)
    ben.closes(e)
    together(...kitchen)
    expect(stateAt(ana, rosa)).toBe('ended')
    consentsTo(kitchen, rosa.circleId, { until: '2029-01-01' })
    expect(stateAt(ana, rosa)).toBe('consented-here')
    expectSameCircle(...kitchen)
  })

  it('[Q3] one ends it while the other accepts: it has ended', () => {
    const { kitchen, river, ana, rosa } = two()
    const own = consentsTo(kitchen, rosa.circleId)
    const offer = statementOf(ana, own, { kind: 'link' }, rosa.circleId)
    const end = unlink(kitchen, rosa)
    tells(rosa, offer)
    together(...river)
    // Which came first is known only by clocks between circles: by theirs the end did.
    for (let said = 0; said < 12; said += 1) rosa.notices()
    const accept = consentsTo(river, ana.circleId)
    expect(stateAt(rosa, ana)).toBe('agreed')
    tells(rosa, statementOf(ana, end, { kind: 'unlink' }, rosa.circleId))
    expect(stateAt(rosa, ana)).toBe('ended')
    expect(doneApart(rosa.circle, ana.circleId)).toMatchObject([{ kind: 'consented-unaware', isNow: true }])
    expect(rosa.refusal('statement.told', telling(offer))?.code).toBe('already-done')
    tells(ana, statementOf(rosa, accept, { kind: 'link' }, ana.circleId))
    expect(stateAt(ana, rosa)).toBe('ended')
    expect(doneApart(ana.circle, rosa.circleId)).toMatchObject([{ kind: 'ended-over-consent', isNow: true }])
  })

  it('[Q3] an end that nobody acted apart from needs no explaining', () => {
    const { kitchen, ana, rosa, others } = linked()
    const end = unlink(kitchen, rosa)
    expect(doneApart(ana.circle, rosa.circleId)).toEqual([])
    tells(rosa, statementOf(ana, end, { kind: 'unlink' }, rosa.circleId))
    together(...others)
    expect(doneApart(rosa.circle, ana.circleId)).toEqual([])
  })

  it('[Q3] both end it: it has ended, by both', () => {
    const { kitchen, ana, rosa, samHere, benThere, others, river } = linked()
    const end = unlink(kitchen, rosa, [samHere])
    const other = unlink(river, ana, [benThere])
    tells(rosa, statementOf(ana, end, { kind: 'unlink' }, rosa.circleId))
    tells(ana, statementOf(rosa, other, { kind: 'unlink' }, ana.circleId))
    together(...others)
    expect([stateAt(ana, rosa), stateAt(rosa, ana)]).toEqual(['ended', 'ended'])
    expect(linkOf(ana.circle, rosa.circleId, TODAY)?.endedBy).toBe('both')
    expect(doneApart(ana.circle, rosa.circleId)).toMatchObject([{ kind: 'ended-twice', isNow: true }])
    expect([benThere.state, samHere.state]).toEqual(['removed', 'joined'])
  })

  it('[Q5] [D3 row 21] the end here, while the delegate answers elsewhere: up to the cut their answer counts', () => {
    const { kitchen, ana, rosa, samHere, all } = linked()
    const proposal = ana.presents({ title: 'Both' })
    const round = ana.opensRound(proposal)
    together(...all)
    for (const person of kitchen) person.consents(round)
    together(...kitchen)
    unlink(kitchen, rosa, [samHere])
    const late = samHere.objects(round, 'not for the river')
    together(...all)
    expect(ana.circle.counted.has(late)).toBe(true)
    const close = ana.closes(round)
    together(...all)
    expect(ana.circle.closes.get(close)?.problem).toBeNull()
    const verdict = verifyCertificate(certificateOf(ana, close), tools)
    expect(verdict).toMatchObject({ valid: true, gone: [{ name: 'sam of us' }] })
    expectSameCircle(...all)
  })

  it('[Q5] a seat is taken in one part while the end is told in another: who came goes too, in any order', () => {
    const { kitchen, river, ana, ben, rosa, sam } = two()
    link(kitchen, river)
    const close = selects(kitchen, rosa.circleId, ben)
    const there = comesAs('ben of us', rosa)
    together(...river, there)
    const end = statementOf(ana, unlink(kitchen, rosa), { kind: 'unlink' }, rosa.circleId)
    tells(sam, end)
    tells(there, delegateStatement(ben, close, rosa.circleId, there))
    const word = there.asks(there.presents({ title: 'Mine' }))
    together(...river, there)
    expect([there.state, rosa.circle.counted.has(word)]).toEqual(['left', true])
    expectSameCircle(...river, there)
  })

  it('[Q4] [D3 row 14] two are selected apart for one seat: neither sits there until the circle has settled it', () => {
    const { kitchen, river, ana, ben, rosa } = two()
    const cleo = kitchen[2]
    link(kitchen, river)
    const [first, second] = selectedApart(kitchen, rosa.circleId, [ben, cleo])
    const [benThere, cleoThere] = [comesAs('ben of us', rosa), comesAs('cleo of us', rosa)]
    together(...river, benThere, cleoThere)
    tells(benThere, delegateStatement(ben, first, rosa.circleId, benThere))
    expect(benThere.state).toBe('joined')
    tells(cleoThere, delegateStatement(cleo, second, rosa.circleId, cleoThere))
    together(...river, benThere, cleoThere)
    expect([benThere.state, cleoThere.state]).toEqual(['guest', 'guest'])
    expectSameCircle(...river, benThere, cleoThere)
    const settled = selects(kitchen, rosa.circleId, cleo)
    tells(cleoThere, delegateStatement(cleo, settled, rosa.circleId, cleoThere))
    together(...river, benThere, cleoThere)
    expect([benThere.state, cleoThere.state]).toEqual(['left', 'joined'])
    expect(stateAt(ana, rosa)).toBe('agreed')
    expectSameCircle(...river, benThere, cleoThere)
  })

  it('[Q5] a delegate whose circle removed them, or sent another, goes when that is told', () => {
    const { kitchen, river, ana, ben, rosa } = two()
    const cleo = kitchen[2]
    link(kitchen, river)
    const there = sends(kitchen, river, ben)
    const removal = agreed([ana, cleo], { title: 'We go on', effect: { kind: 'remove', person: ben.id } })
    tells(rosa, statementOf(ana, removal, { kind: 'recall' }, rosa.circleId))
    together(...river, there)
    expect(there.state).toBe('left')
    const close = selects([ana, cleo], rosa.circleId, cleo)
    const cleoThere = comesAs('cleo of us', rosa)
    together(...river, cleoThere)
    tells(cleoThere, delegateStatement(cleo, close, rosa.circleId, cleoThere))
    expect(cleoThere.state).toBe('joined')
    const empty = selects([ana, cleo], rosa.circleId, null)
    tells(rosa, delegateStatement(ana, empty, rosa.circleId, null))
    together(...river, cleoThere)
    expect(cleoThere.state).toBe('left')
  })

  it('[Q4] an older word on a seat puts no newer one aside, whoever says it again', () => {
    const { kitchen, river, ben, rosa } = two()
    const cleo = kitchen[2]
    link(kitchen, river)
    const first = selects(kitchen, rosa.circleId, ben)
    const benThere = sends(kitchen, river, cleo)
    const [back] = [comesAs('ben of us', rosa)]
    together(...river, benThere, back)
    const newer = ben.agreementOf(kitchen[0].circle.adoptions.at(-1)?.id ?? '')
    const says = { kind: 'delegate' as const, as: back.id, after: [newer] }
    tells(back, statementOf(ben, first, says, rosa.circleId))
    together(...river, benThere, back)
    expect([benThere.state, back.state]).toEqual(['joined', 'guest'])
  })
})

/** Everyone consents to both, in an order that says nothing, and each is closed by one who has not heard of the other. */
function selectedApart(people: Three, other: string, [first, second]: [Person, Person]): [string, string] {
  const [ana, ben, cleo] = people
  const rounds = [first, second].map((person) =>
    ana.opensRound(ana.presents({ title: person.name, effect: seatOf(linkSeat(other, 1), person) })),
  )
  const [one, another] = rounds as [string, string]
  together(...people)
  sayConsent(ben, another)
  sayConsent(ana, one)
  sayConsent(cleo, one)
  cleo.hears(ana, ben)
  ben.hears(ana, cleo)
  sayConsent(ben, one)
  const closeOne = ben.closes(one)
  sayConsent(ana, another)
  sayConsent(cleo, another)
  cleo.hears(ana)
  const closeOther = cleo.closes(another)
  together(...people)
  return [closeOne, closeOther]
}

function sayConsent(person: Person, round: string): void {
  person.sayAnyway('consent.given', { round, version: person.versionOf(round) })
}
