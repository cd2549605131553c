import { describe, expect, it } from 'vitest'
import { FORMAT, type CircleEvent } from '../../src/domain/event.ts'
import { stateHash } from '../../src/domain/state-hash.ts'
import { hashText } from '../../src/log/crypto.ts'
import { Dice } from '../helpers/dice.ts'
import { admissionOf, attested, keysOf, signed, type Said } from '../helpers/devices.ts'
import { agree, circleOf, expectSameCircle, foldOf, foundCircle, together } from '../helpers/circles.ts'
import { Person, words } from '../helpers/people.ts'

const refusalOf = (person: Person, id: string) => person.circle.refused.get(id)?.refusal.code

/** The state of a set of events, given in many orders; fails where two orders disagree. */
function oneState(circleId: string, events: readonly Said[], orders = 20) {
  const states = Array.from({ length: orders }, (_, seed) => {
    const shuffled = seed === 0 ? events : new Dice(seed).shuffled(events)
    const fold = foldOf(circleId, shuffled)
    const { stateHash: state, at, waiting } = stateHash(fold.circle, fold.waiting().length, hashText)
    const refused = [...fold.circle.refused].map(([id, { refusal }]) => `${id} ${refusal.code}`).toSorted()
    return { state, at, waiting, counted: [...fold.circle.counted.keys()].toSorted(), refused }
  })
  for (const state of states) expect(state).toEqual(states[0])
  return states[0]
}

const copyIn = (said: Said, writer: string): Said => ({ ...said, known: { ...said.known, writer } })

describe('a hostile member', () => {
  it('[E1] brings another genesis, or one in another log: the circle is the one its id names', () => {
    const [ana, ben] = circleOf('ana', 'ben') as [Person, Person]
    const genesis = [...ana.known.values()][0] as Said
    const other = [...foundCircle('mallory', 'Trap').known.values()][0] as Said
    const events = [...ben.known.values()]
    const state = oneState(ana.circleId, [copyIn(genesis, ben.keys.writer), other, ...events])
    expect(state?.state).toBe(ben.stateHash().stateHash)
    expect(foldOf(ana.circleId, [other]).circle.refused.get(other.known.id)?.refusal.code).toBe('other-circle')
  })

  it('[E2] writes types and bodies that nobody knows: refused, and what comes after still counts', () => {
    const [ana, ben] = circleOf('ana', 'ben') as [Person, Person]
    const unknown = ben.sayAnyway('vote.cast', { for: 'ben' })
    const again = ben.sayAnyway('circle.created', { name: 'Mine' })
    const malformed = ben.sayAnyway('proposal.presented', { content: { ...words(), text: 5 } })
    const extra = ben.sayAnyway('member.left', { because: 'more keys than there are' })
    const proposal = ben.presents()
    expect([unknown, again, malformed, extra].map((id) => refusalOf(ben, id))).toEqual([
      'unknown-type',
      'unknown-type',
      'malformed',
      'malformed',
    ])
    ana.hears(ben)
    expect(ana.circle.proposals.has(proposal)).toBe(true)
    expectSameCircle(ana, ben)
  })

  it('[E3] replays what was said in another circle: refused at once, and nobody waits for its past', () => {
    const [ana, ben] = circleOf('ana', 'ben') as [Person, Person]
    const elsewhere = circleOf('ana', 'ben', 'mallory')[1] as Person
    const trap = foundCircle('ana', 'Trap')
    const benInTrap = trap.admits('ben')
    const replayed = [...benInTrap.known.values()]
    const before = ana.stateHash()
    const late = signed({ ...benInTrap.content('member.left', {}), seen: ['cd'.repeat(32)] }, benInTrap.keys)
    ana.takes(...replayed.map((said) => copyIn(said, ben.keys.writer)), late)
    expect(ana.stateHash()).toEqual(before)
    expect(refusalOf(ana, late.known.id)).toBe('other-circle')
    expect(elsewhere.circleId).toBe(ana.circleId)
    oneState(ana.circleId, [...ana.known.values(), ...replayed, late])
  })

  it('[E4] copies what others signed into an own log: their own still counts, whichever came first', () => {
    const [ana, ben, mallory] = circleOf('ana', 'ben', 'mallory') as [Person, Person, Person]
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    ben.hears(ana)
    ben.consents(round)
    ana.hears(ben)
    const events = [...ana.known.values()]
    const copies = events.map((said) => copyIn(said, mallory.keys.writer))
    const truth = ana.stateHash().stateHash
    expect(oneState(ana.circleId, [...copies, ...events])?.state).toBe(truth)
    expect(oneState(ana.circleId, [...events, ...copies])?.state).toBe(truth)
    const copied = foldOf(ana.circleId, [...copies, ...events]).circle.copies
    expect(copied).toEqual(foldOf(ana.circleId, [...events, ...copies]).circle.copies)
    expect(copied.has(`${events.at(-1)?.known.id} in ${mallory.keys.writer}`)).toBe(true)
  })

  it('[E4] a copy alone is nothing, and is shown as refused', () => {
    const [ana, mallory] = circleOf('ana', 'mallory') as [Person, Person]
    const said = signed(ana.content('proposal.presented', { content: words() }), ana.keys, mallory.keys.writer)
    mallory.takes(said)
    expect(refusalOf(mallory, said.known.id)).toBe('wrong-log')
    expect(mallory.circle.proposals.size).toBe(0)
    mallory.takes(copyIn(said, ana.keys.writer))
    expect(refusalOf(mallory, said.known.id)).toBeUndefined()
    expect(mallory.circle.proposals.size).toBe(1)
  })

  it('[E5] breaks its own chain: a gap, a wrong sequence, a previous event of somebody else', () => {
    const [ana, ben] = circleOf('ana', 'ben') as [Person, Person]
    ben.presents()
    const first = ben.content('member.left', {})
    const gap = signed({ ...first, seq: first.seq + 5 }, ben.keys)
    const back = signed({ ...first, seq: 1 }, ben.keys)
    const theirs = signed({ ...first, prev: [...ana.known.keys()].at(-1) ?? null }, ben.keys)
    const rootless = signed({ ...first, prev: null, seen: [first.prev as string] }, ben.keys)
    ana.hears(ben)
    ana.takes(gap, back, theirs, rootless)
    for (const said of [gap, back, theirs, rootless]) expect(refusalOf(ana, said.known.id)).toBe('out-of-sequence')
    expect(ana.circle.members.get(ben.id)?.departures).toEqual([])
    oneState(ana.circleId, [...ana.known.values()])
  })

  it('[E6] writes with a device that nobody admitted', () => {
    const [ana] = circleOf('ana', 'ben') as [Person, Person]
    const stranger = ana.joinedBy('mallory', keysOf('mallory'))
    const id = stranger.sayAnyway('proposal.presented', { content: words() })
    ana.hears(stranger)
    expect(refusalOf(ana, id)).toBe('not-admitted')
    const phone = ana.joinedBy('ana', keysOf('ana', 'phone'))
    ana.hears(phone)
    expect(refusalOf(ana, phone.sayAnyway('member.left', {}))).toBeUndefined()
    expect(ana.circle.counted.size).toBe(2)
  })

  it('[E7] builds on something that is not there: it waits, there is no state hash, and it counts when that comes', () => {
    const [ana, ben, cleo] = circleOf('ana', 'ben', 'cleo') as [Person, Person, Person]
    const proposal = ana.presents()
    ben.hears(ana)
    ben.reacts(proposal)
    const last = [...ben.known.values()].at(-1) as Said
    cleo.takes(last)
    expect(cleo.fold.waiting()).toEqual([last.known.id])
    expect(cleo.stateHash()).toMatchObject({ stateHash: null, waiting: 1 })
    cleo.hears(ana)
    expectSameCircle(ben, cleo)
  })

  it('[E7] gives 200,000 events before the one that all of them build on', () => {
    const ana = foundCircle('ana')
    const genesis = [...ana.known.values()][0] as Said
    const template: CircleEvent = { ...genesis.known, circle: ana.circleId, prev: genesis.known.id, seq: 2, type: 'x' }
    const fold = foldOf(ana.circleId, [])
    for (let n = 0; n < 200_000; n++) fold.add({ ...template, id: n.toString(16).padStart(64, '0'), seq: 3 })
    expect(() => fold.add(genesis.known)).not.toThrow()
    expect(fold.waiting()).toEqual([])
  })

  it('[E8] signs two events at one sequence: every order gives one state', () => {
    const [ana, ben, mallory] = circleOf('ana', 'ben', 'mallory') as [Person, Person, Person]
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    together(ana, ben, mallory)
    const [toAna, toBen] = [mallory.joinedBy('mallory', mallory.keys), mallory.joinedBy('mallory', mallory.keys)]
    for (const person of [ana, ben, toAna]) person.consents(round)
    ana.hears(ben, toAna)
    const close = ana.closes(round)
    toBen.objects(round)
    toBen.reacts(proposal)
    ben.hears(toBen)
    ben.reacts(proposal)
    const events = [...new Map([ana, ben, toAna, toBen].flatMap((person) => [...person.known])).values()]
    oneState(ana.circleId, events, 60)
    ana.takes(...events)
    expect(ana.circle.closes.get(close)?.problem).toBeNull()
    expect([ana.stateHash().at, ana.stateHash().at]).not.toContain(toBen.stateHash().at)
  })

  it('[E8] [S2] of two events at one sequence, those who have one and those who have the other do not seem at one place', () => {
    const [ana, mallory] = circleOf('ana', 'mallory') as [Person, Person]
    const proposal = ana.presents()
    mallory.hears(ana)
    const other = mallory.joinedBy('mallory', mallory.keys)
    mallory.reacts(proposal, 'yes')
    other.reacts(proposal, 'no')
    expect(mallory.stateHash().at).not.toBe(other.stateHash().at)
    const both = oneState(ana.circleId, [...mallory.known.values(), ...other.known.values()])
    expect([mallory.stateHash().at, other.stateHash().at]).not.toContain(both?.at)
  })

  it('[M2] admits somebody with a device or a person key that is not theirs to give', () => {
    const [ana, mallory] = circleOf('ana', 'mallory') as [Person, Person]
    const eve = keysOf('eve')
    const body = admissionOf('eve', eve, ana.circleId)
    const stolenDevice = { ...body.device, sign: ana.device }
    const forOther = attested(keysOf('ana', 'phone'), ana.circleId)
    const cases: [unknown, string][] = [
      [{ ...body, device: stolenDevice }, 'key-in-use'],
      [{ ...body, person: ana.id }, 'already-a-member'],
      [{ ...body, person: keysOf('dan').person.publicKey }, 'malformed'],
      [{ ...body, device: forOther }, 'bad-attestation'],
      [{ ...body, device: { ...body.device, writer: ana.keys.writer } }, 'bad-attestation'],
      [{ ...body, device: attested(eve, 'ef'.repeat(32)) }, 'bad-attestation'],
      [{ ...body, device: { ...body.device, acceptance: body.device.attestation } }, 'bad-attestation'],
    ]
    for (const [admission, code] of cases)
      expect(refusalOf(mallory, mallory.sayAnyway('member.admitted', admission))).toBe(code)
    ana.hears(mallory)
    expectSameCircle(ana, mallory)
  })

  it('[M2] a device that accepts two persons, admitted apart, speaks for neither', () => {
    const [ana, ben] = circleOf('ana', 'ben') as [Person, Person]
    const [eve, dan] = [keysOf('eve'), keysOf('dan')]
    const shared = { ...dan, sign: eve.sign, writer: eve.writer }
    ana.say('member.admitted', admissionOf('eve', eve, ana.circleId))
    ben.say('member.admitted', admissionOf('dan', shared, ana.circleId))
    together(ana, ben)
    const two = ana.joinedBy('eve', eve)
    expect(refusalOf(two, two.sayAnyway('proposal.presented', { content: words() }))).toBe('not-admitted')
    oneState(ana.circleId, [...two.known.values()])
  })

  it('[M3] admits 10,000 made-up people: the circle stays up, and still answers', () => {
    const ana = foundCircle('ana')
    let prev = ana.circleId
    for (let n = 0; n < 10_000; n++) {
      const keys = keysOf(`sybil ${n % 100}`, `device ${n}`)
      const fake = { ...keys, person: keys.sign }
      const body = admissionOf(`sybil ${n}`, fake, ana.circleId)
      const content = { circle: ana.circleId, device: ana.device, seq: n + 2, prev, seen: [] }
      const id = (prev = hashText(`${n}`))
      ana.fold.add({ ...content, format: FORMAT, type: 'member.admitted', body, at: n, id, writer: ana.keys.writer })
    }
    expect([ana.circle.refused.size, ana.circle.members.size]).toEqual([0, 10_001])
    expect(ana.stateHash().stateHash).not.toBeNull()
  })

  it('[D2.6] floods a settled circle with everything above: what was agreed stays agreed', () => {
    const [ana, ben, mallory] = circleOf('ana', 'ben', 'mallory') as [Person, Person, Person]
    const close = settled(ana, ben, mallory)
    const counted = [...ana.circle.counted.keys()]
    mallory.sayAnyway('round.closed', { round: close, version: close, consents: [] })
    mallory.sayAnyway('member.admitted', admissionOf('ana', keysOf('ana', 'phone'), ana.circleId))
    mallory.sayAnyway('proposal.ended', { proposal: close, as: 'withdrawn', until: null, reason: 'mine' })
    ana.hears(mallory)
    expect([...ana.circle.counted.keys()].slice(0, counted.length)).toEqual(counted)
    expect(ana.circle.closes.size).toBe(1)
  })
})

function settled(...people: [Person, ...Person[]]): string {
  const round = people[0].opensRound(people[0].presents())
  together(...people)
  return agree(round, ...people)
}
