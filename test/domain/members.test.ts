import { describe, expect, it } from 'vitest'
import { circleState } from '../../src/domain/standing/queries.ts'
import { nameOf, people as everyoneIn } from '../../src/domain/members/queries.ts'
import { agree, circleOf, expectSameCircle, foundCircle, together } from '../helpers/circles.ts'
import { admissionOf, keysOf } from '../helpers/devices.ts'
import { Person, words } from '../helpers/people.ts'

type Three = [Person, Person, Person]

/** A circle of three with its first agreement. */
function active(): Three {
  const people = circleOf('ana', 'ben', 'cleo') as Three
  agreeOn(people[0].presents(), people)
  return people
}

function agreeOn(proposal: string, people: readonly Person[]): string {
  const [first, ...others] = people as [Person, ...Person[]]
  together(...people)
  const round = first.opensRound(proposal)
  together(...people)
  return agree(round, first, ...others)
}

describe('members', () => {
  it('[M1] [M3] while the circle forms, any member who confirmed the code admits, and the newcomer is a member', () => {
    const ana = foundCircle('ana')
    const ben = ana.admits('ben')
    const cleo = ben.admits('cleo')
    together(ana, ben, cleo)
    expect(circleState(ana.circle)).toBe('forming')
    expect([ana, ben, cleo].map((person) => person.state)).toEqual(['joined', 'joined', 'joined'])
    expect(cleo.presents()).toBeTruthy()
    together(ana, ben, cleo)
    expectSameCircle(ana, ben, cleo)
  })

  it('[M1] a circle is active from its first valid agreement on', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana] = people
    const round = ana.opensRound(ana.presents())
    ana.sayAnyway('round.closed', { round, version: ana.versionOf(round), consents: [] })
    expect(circleState(ana.circle)).toBe('forming')
    together(...people)
    agree(round, ...people)
    expect(circleState(ana.circle)).toBe('active')
  })

  it('[M4] after the first agreement a newcomer is a guest: they ask, react and add concerns, and need consent for the rest', () => {
    const people = active()
    const [ana, ben] = people
    const dan = ben.admits('dan')
    expect(dan.state).toBe('guest')
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    dan.hears(ana)
    const [version, electorate] = [dan.versionOf(round), dan.electorate()]
    expect(electorate).not.toContain(dan.id)
    dan.asks(proposal)
    dan.reacts(proposal)
    dan.understands(proposal)
    dan.say('concern.added', { proposal, agreement: null, text: 'it will be cold' })
    const agreement = [...dan.circle.agreements.keys()][0] ?? ''
    const content = words()
    const refusals = [
      dan.refusal('proposal.presented', { content }),
      dan.refusal('proposal.amended', { proposal, parents: [version], content, integrates: [] }),
      dan.refusal('round.opened', { proposal, version, electorate }),
      dan.refusal('consent.given', { round, version }),
      dan.refusal('objection.raised', { round, version, reason: 'no' }),
      dan.refusal('round.closed', { round, version, consents: [] }),
      dan.refusal('agreement.objected', { agreement, reason: 'no' }),
      dan.refusal('member.admitted', admissionOf('eve', keysOf('eve'), dan.circleId)),
      dan.refusal('proposal.ended', { proposal, as: 'tabled', until: null, reason: 'no' }),
      dan.refusal('member.on-leave', {}),
    ]
    expect(refusals.map((refusal) => refusal?.code)).toEqual(refusals.map(() => 'needs-consent'))
    const forced = dan.sayAnyway('consent.given', { round, version })
    ana.hears(dan)
    expect(ana.circle.refused.get(forced)?.refusal.code).toBe('needs-consent')
    expectSameCircle(ana, dan)
  })

  it('[M4] an agreement that admits a guest makes them a member, with a voice in what is asked next', () => {
    const people = active()
    const [ana, , cleo] = people
    const dan = cleo.admits('dan')
    ana.hears(dan)
    const unknown = words({ effect: { kind: 'admit', person: 'ab'.repeat(32) } })
    expect(ana.refusal('proposal.presented', { content: unknown })?.code).toBe('no-such-person')
    agreeOn(ana.presents({ title: 'Dan belongs', effect: { kind: 'admit', person: dan.id } }), people)
    expect(dan.state).toBe('guest')
    dan.hears(ana)
    expect(dan.state).toBe('joined')
    expect(dan.electorate()).toContain(dan.id)
    agreeOn(dan.presents(), [dan, ...people])
    expectSameCircle(dan, ...people)
  })

  it('[M4] what a newcomer is does not change with an agreement made apart from their admission', () => {
    const people = circleOf('ana', 'ben', 'cleo') as Three
    const [ana, ben, cleo] = people
    const proposal = ana.presents()
    together(...people)
    const dan = ben.admits('dan')
    const round = ana.opensRound(proposal)
    for (const person of [ana, ben, cleo]) {
      person.hears(ana)
      person.consents(round)
    }
    ana.hears(ben, cleo)
    ana.closes(round)
    together(...people, dan)
    expect([ana.circle.members.get(dan.id)?.admissions[0]?.asGuest, dan.state]).toEqual([false, 'joined'])
  })

  it('[M5] on leave: not asked in later rounds, asked in the ones that were open, back with the first word', () => {
    const people = active()
    const [ana, ben, cleo] = people
    const before = ana.presents()
    const round = ana.opensRound(before)
    together(...people)
    cleo.say('member.on-leave', {})
    together(...people)
    expect(cleo.refusal('member.on-leave', {})?.code).toBe('already-on-leave')
    expect(ana.circle.rounds.get(round)?.electorate).toContain(cleo.id)
    expect(ana.electorate()).not.toContain(cleo.id)
    const close = agreeOn(ana.presents(), [ana, ben])
    cleo.hears(ana)
    cleo.hasSeen(close)
    expect(cleo.state).toBe('on-leave')
    cleo.reacts(before)
    expect(cleo.state).toBe('joined')
    expect(cleo.refusal('member.returned', {})?.code).toBe('not-on-leave')
    together(...people)
    expect(ana.electorate()).toContain(cleo.id)
    cleo.say('member.on-leave', {})
    cleo.say('member.returned', {})
    expect(cleo.state).toBe('joined')
    together(...people)
    expectSameCircle(...people)
  })

  it('[M5] who is on leave and opens a round is back with that word, and asked', () => {
    const people = active()
    const [ana, , cleo] = people
    const proposal = ana.presents()
    cleo.hears(ana)
    cleo.say('member.on-leave', {})
    const round = cleo.opensRound(proposal)
    expect(cleo.state).toBe('joined')
    expect(cleo.circle.rounds.get(round)?.electorate).toContain(cleo.id)
  })

  it('[M6] who left says nothing more; let in again with a new device, they are a guest until an agreement admits them', () => {
    const people = active()
    const [ana, ben, cleo] = people
    const dan = ana.admits('dan')
    agreeOn(ana.presents({ effect: { kind: 'admit', person: dan.id } }), people)
    together(dan, ...people)
    dan.say('member.left', {})
    expect([dan.state, dan.refusal('proposal.presented', { content: words() })?.code]).toEqual(['left', 'not-a-member'])
    expect(dan.refusal('member.left', {})?.code).toBe('not-a-member')
    ben.hears(dan)
    expect(ben.refusal('member.admitted', admissionOf('dan', keysOf('dan'), ben.circleId))?.code).toBe('key-in-use')
    const again = ben.admits('dan', 'phone')
    expect(again.state).toBe('guest')
    cleo.hears(again)
    expect(cleo.electorate()).not.toContain(dan.id)
    ana.hears(cleo)
    agreeOn(ana.presents({ effect: { kind: 'admit', person: dan.id } }), people)
    again.hears(ana)
    expect(again.state).toBe('joined')
    expectSameCircle(again, ...people)
  })

  it('[M6] who left has no word in a round that had asked them; the circle opens another', () => {
    const people = active()
    const [ana, ben, cleo] = people
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    cleo.hears(ana)
    cleo.say('member.left', {})
    const [version, reason] = [cleo.versionOf(round), 'too late']
    expect(cleo.refusal('consent.given', { round, version })?.code).toBe('not-a-member')
    expect(cleo.refusal('objection.raised', { round, version, reason })?.code).toBe('not-a-member')
    ana.hears(cleo)
    const next = ana.opensRound(proposal)
    ben.hears(ana)
    expect(agree(next, ana, ben)).toBeTruthy()
  })

  it('[M3] says who is a member already, and goes by the name of the newest admission', () => {
    const [ana, ben] = circleOf('ana', 'ben') as [Person, Person]
    const again = admissionOf('ben', keysOf('ben', 'phone'), ana.circleId)
    expect(ana.refusal('member.admitted', again)?.code).toBe('already-a-member')
    expect(nameOf(ana.circle, ben.id)).toBe('ben')
    expect(
      everyoneIn(ana.circle)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['ana', 'ben'])
  })

  it('[M12] everyone says themselves what they are called here; a stranger names nobody', () => {
    const [ana, ben] = circleOf('ana', 'ben') as [Person, Person]
    ben.say('member.renamed', { name: 'Benedicta' })
    together(ana, ben)
    expect(nameOf(ana.circle, ben.id)).toBe('Benedicta')
    ben.say('member.renamed', { name: 'Ben' })
    together(ana, ben)
    expect(nameOf(ana.circle, ben.id)).toBe('Ben')
    ben.say('member.left', {})
    expect(ben.refusal('member.renamed', { name: 'Nobody' })).toMatchObject({ code: 'not-a-member' })
    expectSameCircle(ana, (ana.hears(ben), ben))
  })
})
