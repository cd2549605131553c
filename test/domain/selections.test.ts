import { describe, expect, it } from 'vitest'
import { seatIn } from '../../src/domain/roles/queries.ts'
import {
  isRevealOpen,
  namedIn,
  notHeardInChange,
  notRevealed,
  notSealedBy,
  selectionState,
  standingNominations,
} from '../../src/domain/selections/queries.ts'
import { nominationSeal } from '../../src/domain/selections/seal.ts'
import { hashText } from '../../src/log/crypto.ts'
import { agree, expectSameCircle, together } from '../helpers/circles.ts'
import { type Person, words as proposalWords } from '../helpers/people.ts'
import {
  nominated,
  opening,
  opensSelection,
  reveals,
  seals,
  seated,
  seatOf,
  selectionOf,
  three,
  words,
} from '../helpers/selecting.ts'

const state = (person: Person, selection: string) => selectionState(person.circle, selectionOf(person, selection))

describe('selections', () => {
  it('[G1] any member opens one, for a role that is one, asking exactly those who are here; not two at a time', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const body = { role: 'facilitator', electorate: ana.electorate() } as const
    expect(ana.refusal('selection.opened', { ...body, electorate: [ana.id] })).toMatchObject({
      code: 'wrong-electorate',
    })
    expect(ana.refusal('selection.opened', { ...body, role: 'f'.repeat(64) })).toMatchObject({ code: 'no-such-role' })
    const selection = opensSelection(ana)
    together(...people)
    expect(ben.refusal('selection.opened', body)).toMatchObject({ code: 'selection-open' })
    expect(ben.refusal('selection.opened', { ...body, role: 'secretary' })).toBeNull()
    expect([state(cleo, selection), notSealedBy(cleo.circle, selectionOf(cleo, selection)).length]).toEqual([
      'nominating',
      3,
    ])
  })

  it('[G2] [D3 row 15] sealed until everyone has nominated: nobody is influenced, a seal can be changed till then', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const selection = opensSelection(ana)
    together(...people)
    seals(ana, selection, words(ben))
    expect(ana.refusal('nomination.revealed', opening(ana, selection, words(ben)))).toMatchObject({
      code: 'nominations-sealed',
    })
    expect(ana.refusal('nomination.changed', { selection, nominee: ben.id, reason: 'so' })).toMatchObject({
      code: 'nominations-sealed',
    })
    seals(ana, selection, words(cleo))
    seals(ben, selection, words(ben, 'I would like to learn it'))
    seals(cleo, selection, words(null))
    together(...people)
    expect(ana.refusal('nomination.sealed', { selection, seal: hashText('late') })).toMatchObject({
      code: 'nominations-open',
    })
    expect(state(ana, selection)).toBe('revealed')
    reveals(ana, selection, words(cleo))
    reveals(ben, selection, words(ben, 'I would like to learn it'))
    reveals(cleo, selection, words(null))
    together(...people)
    const named = standingNominations(selectionOf(ben, selection)).map(({ person, nominee }) => [person, nominee])
    expect(new Map(named as [string, string][])).toEqual(
      new Map([
        [ana.id, cleo.id],
        [ben.id, ben.id],
        [cleo.id, null],
      ]),
    )
    expect(notRevealed(selectionOf(ben, selection))).toEqual([])
    expectSameCircle(...people)
  })

  it("[G3] [D3 row 15] what does not match its seal, is another's or comes twice, is refused by everyone", () => {
    const people = three()
    const [ana, ben, cleo] = people
    const selection = opensSelection(ana)
    together(...people)
    const [anas, bens] = [words(ben), words(cleo)]
    seals(ana, selection, anas)
    // Ben copies Ana's seal, to say the same as she without knowing what it is.
    const copied = nominationSeal(selection, ana.id, anas, hashText)
    ben.say('nomination.sealed', { selection, seal: copied })
    seals(cleo, selection, bens)
    together(...people)
    const other = ana.sayAnyway('nomination.revealed', opening(ana, selection, { ...anas, nominee: cleo.id }))
    const copy = ben.sayAnyway('nomination.revealed', opening(ben, selection, anas))
    const foreign = ben.sayAnyway('nomination.revealed', opening(ana, selection, anas))
    reveals(ana, selection, anas)
    const twice = ana.sayAnyway('nomination.revealed', {
      ...opening(ana, selection, anas),
      sealed: selectionOf(ana, selection).seals.find(({ person }) => person === ana.id)?.id,
    })
    together(...people)
    for (const person of people) {
      const codes = [other, copy, foreign, twice].map((id) => person.circle.refused.get(id)?.refusal.code)
      expect(codes).toEqual(['seal-broken', 'seal-broken', 'no-such-nomination', 'already-done'])
    }
    expectSameCircle(...people)
  })

  it('[G3] [D3 row 15] opened before all have sealed: by who facilitates or opened it; a late nomination enters the change round', () => {
    const people = three()
    const [ana, ben, cleo] = people
    seated(people, 'facilitator', ben)
    const selection = opensSelection(ana, 'secretary')
    together(...people)
    seals(ana, selection, words(cleo))
    expect(cleo.refusal('nominations.opened', { selection })).toMatchObject({ code: 'not-the-facilitator' })
    ben.hears(ana)
    ben.say('nominations.opened', { selection })
    // Cleo nominates not knowing of it: in time, as everybody finds.
    seals(cleo, selection, words(ana))
    together(...people)
    reveals(ana, selection, words(cleo))
    reveals(cleo, selection, words(ana))
    expect(ben.refusal('nomination.sealed', { selection, seal: hashText('late') })).toMatchObject({
      code: 'nominations-open',
    })
    ben.say('nomination.changed', { selection, nominee: ana.id, reason: 'she writes well' })
    together(...people)
    const said = standingNominations(selectionOf(cleo, selection))
    expect(
      said
        .filter(({ sealed }) => sealed !== null)
        .map(({ person }) => person)
        .toSorted(),
    ).toEqual([ana.id, cleo.id].toSorted())
    expect(said.find(({ person }) => person === ben.id)).toMatchObject({ sealed: null, reason: 'she writes well' })
    expectSameCircle(...people)
  })

  it('[G3] who leaves holds nothing up', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const selection = opensSelection(ana)
    together(...people)
    seals(ana, selection, words(ben))
    seals(ben, selection, words(ana))
    cleo.say('member.left', {})
    together(...people)
    expect(isRevealOpen(ana.circle, selectionOf(ana, selection))).toBe(true)
    reveals(ana, selection, words(ben))
  })

  it('[G4] A7: an election is no count of votes: what stands are reasons, and the few can be followed', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const selection = nominated(people, (index) => (index === 2 ? cleo : ben))
    // What anyone can ask for names people in an order that says nothing of how many named them.
    expect(namedIn(selectionOf(ana, selection))).toEqual([ben.id, cleo.id].toSorted())
    const two = selectionOf(ana, selection)
    expect(Object.keys(two).filter((key) => /count|votes|rank|tally|most/i.test(key))).toEqual([])
    seated(people, 'facilitator', cleo, selection)
    expect(seatIn(ben.circle, 'facilitator').holders).toMatchObject([{ person: cleo.id, selection }])
    expect(state(ben, selection)).toBe('selected')
  })

  it('[G4] the change round: each changes with a reason or keeps; whoever came later is heard too', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const selection = nominated(people, () => ben)
    expect(state(ana, selection)).toBe('revealed')
    ana.say('selection.informed', { selection, text: 'Ben is away in summer' })
    ana.say('nomination.changed', { selection, nominee: cleo.id, reason: 'she is here in summer' })
    expect(state(ana, selection)).toBe('changing')
    expect(ana.refusal('nomination.changed', { selection, nominee: cleo.id, reason: null })).toMatchObject({
      code: 'empty-text',
    })
    ben.say('nomination.kept', { selection })
    const dan = ana.admits('dan')
    dan.say('nomination.changed', { selection, nominee: ana.id, reason: 'she asked the best questions' })
    together(...people, dan)
    expect(notHeardInChange(cleo.circle, selectionOf(cleo, selection))).toEqual([cleo.id])
    expect(standingNominations(selectionOf(cleo, selection)).find(({ person }) => person === ana.id)).toMatchObject({
      nominee: cleo.id,
    })
    expectSameCircle(...people, dan)
  })

  it('[G5] what is proposed out of it is somebody who was named, after the reveal; put off, it returns', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const propose = (who: Person) =>
      ana.refusal('proposal.presented', {
        content: proposalWords({
          title: 'Who facilitates',
          effect: seatOf('facilitator', who, [...ana.circle.selections.keys()][0] ?? null),
        }),
      })
    const early = opensSelection(ana)
    expect(propose(ben)).toMatchObject({ code: 'nominations-sealed' })
    ana.say('selection.ended', { selection: early, reason: 'opened too early' })
    expect(propose(ben)).toMatchObject({ code: 'selection-over' })
    together(...people)
    const selection = nominated(people, () => ben)
    const content = proposalWords({ title: 'Who facilitates', effect: seatOf('facilitator', cleo, selection) })
    expect(ana.refusal('proposal.presented', { content })).toMatchObject({ code: 'not-nominated' })
    const proposal = ana.presents({ effect: seatOf('facilitator', ben, selection) })
    expect(state(ana, selection)).toBe('proposed')
    ana.opensRound(proposal)
    expect(state(ana, selection)).toBe('consenting')
    ana.ends(proposal, 'withdrawn')
    expect(state(ana, selection)).toBe('returned')
    together(...people)
    seated(people, 'facilitator', ben, selection)
    expect(state(cleo, selection)).toBe('selected')
    expectSameCircle(...people)
  })

  it('[G6] whoever is proposed speaks last, unless they object; said all the same, it counts', () => {
    const people = three()
    const [ana, ben, cleo] = people
    const selection = nominated(people, () => ben)
    const proposal = ana.presents({ effect: seatOf('facilitator', ben, selection) })
    const round = ana.opensRound(proposal)
    together(...people)
    const consent = { round, version: ben.versionOf(round) }
    expect(ben.refusal('consent.given', consent)).toMatchObject({
      code: 'nominee-last',
      about: { people: [ana.id, cleo.id].toSorted() },
    })
    expect(ben.refusal('objection.raised', { ...consent, reason: 'I am away in summer' })).toBeNull()
    const said = ben.sayAnyway('consent.given', consent)
    expect(ben.circle.counted.has(said)).toBe(true)
    together(...people)
    agree(round, ana, cleo)
    together(...people)
    expect(seatIn(ben.circle, 'facilitator').holders).toMatchObject([{ person: ben.id }])
  })

  it('[G7] ended without anyone, it is over, and another can be opened', () => {
    const people = three()
    const [ana, ben] = people
    const selection = nominated(people, () => null)
    ben.say('selection.ended', { selection, reason: 'nobody has the time now' })
    together(...people)
    expect(state(ana, selection)).toBe('none-suitable')
    expect(ana.refusal('nomination.kept', { selection })).toMatchObject({ code: 'selection-over' })
    expect(ana.refusal('selection.informed', { selection, text: 'late' })).toMatchObject({ code: 'selection-over' })
    opensSelection(ana)
    expectSameCircle(ana)
  })
})
