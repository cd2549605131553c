import { describe, expect, it } from 'vitest'
import { found } from '../../../src/node/pages/found.ts'
import { newsOf } from '../../../src/node/pages/meanwhile.ts'
import { byUrgency, waitingIn, type Waiting } from '../../../src/node/pages/waiting.ts'
import { agree, agreed, circleOf, foundCircle, together } from '../../helpers/circles.ts'
import { TODAY, type Person } from '../../helpers/people.ts'
import { peer } from '../../helpers/nodes.ts'

const queue = (person: Person, today = TODAY) => byUrgency(waitingIn(person.circle, person.id, today))
const kinds = (person: Person, today = TODAY) => queue(person, today).map(({ kind }) => kind)
const news = (person: Person, mark?: readonly string[]) => newsOf(person.circle, person.id, mark)

describe('what waits for a person', () => {
  it('goes along with a proposal: understand, react, open, consent, close', () => {
    const [ana, ben] = circleOf('Ana', 'Ben') as [Person, Person]
    const proposal = ana.presents()
    together(ana, ben)
    expect([kinds(ana), kinds(ben)]).toEqual([[], ['understand']])
    ben.understands(proposal)
    expect(kinds(ben)).toEqual(['react'])
    ben.reacts(proposal)
    together(ana, ben)
    expect([kinds(ana), kinds(ben)]).toEqual([['open'], []])
    const round = ana.opensRound(proposal)
    together(ana, ben)
    expect(queue(ben)).toMatchObject([{ kind: 'respond', count: 2, person: 'Ana', mine: false }])
    ana.consents(round)
    together(ana, ben)
    expect([kinds(ana), kinds(ben)]).toEqual([[], ['only-you']])
    ben.consents(round)
    together(ana, ben)
    expect([kinds(ana), kinds(ben)]).toEqual([['close'], ['close']])
    ana.closes(round)
    together(ana, ben)
    expect([kinds(ana), kinds(ben)]).toEqual([[], []])
  })

  it('[R9] tells that the time of a round is over, once it can be closed without those who were silent', () => {
    const people = circleOf('Ana', 'Ben', 'Cleo') as [Person, Person, Person]
    const [ana, ben, cleo] = people
    const day = 24 * 60 * 60 * 1000
    const way = { kind: 'way', way: { rule: 'absentee', days: 14 } } as const
    const agreement = ana.agreementOf(agreed(people, { title: 'Who is away', effect: way }))
    const proposal = ana.presents({ title: 'The roof' })
    const deadline = ana.clock.now + 2000 + 14 * day
    const round = ana.opensRound(proposal, undefined, { agreement, deadline })
    together(...people)
    ana.consents(round)
    ben.consents(round)
    together(...people)
    const due = (person: Person, now: number) =>
      waitingIn(person.circle, person.id, TODAY, now).filter((line) => line.proposal === proposal)
    expect(due(ana, deadline)).toEqual([])
    ana.clock.now += 15 * day
    // One clock alone says nothing.
    expect(due(ana, ana.clock.now)).toEqual([])
    ben.reacts(proposal)
    ana.hears(ben)
    expect(due(ana, deadline - 1)).toEqual([])
    expect(due(ana, ana.clock.now)).toMatchObject([{ kind: 'close-silent', count: 1, since: deadline }])
    // Who can still answer is asked, not told to close over themselves.
    cleo.hears(ben)
    expect(due(cleo, cleo.clock.now)).toMatchObject([{ kind: 'only-you' }])
  })

  it('brings a question to whoever proposed, and the answer back to whoever asked', () => {
    const [ana, ben] = circleOf('Ana', 'Ben') as [Person, Person]
    const question = ben.asks(
      (together(ana, ben), ana.presents(), ben.hears(ana), [...ben.circle.proposals.keys()][0]!),
    )
    together(ana, ben)
    expect(queue(ana)).toMatchObject([{ kind: 'answer', person: 'Ben', text: 'how?', count: 1 }])
    ana.answers(question)
    together(ana, ben)
    expect([kinds(ana), queue(ben)]).toMatchObject([[], [{ kind: 'answered', person: 'Ana', text: 'how?' }]])
  })

  it('leads from an objection over an offered change to another round', () => {
    const [ana, ben] = circleOf('Ana', 'Ben') as [Person, Person]
    const proposal = ana.presents()
    const round = ana.opensRound(proposal)
    ana.consents(round)
    ben.hears(ana)
    const objection = ben.objects(round)
    together(ana, ben)
    expect([queue(ana), kinds(ben)]).toMatchObject([
      [{ kind: 'integrate', person: 'Ben', text: 'it harms us', count: 1 }],
      [],
    ])
    ana.amends(proposal, { text: 'other words' }, undefined, [objection])
    together(ana, ben)
    expect([kinds(ana), queue(ben)]).toMatchObject([['again'], [{ kind: 'offered', person: 'Ana' }]])
  })

  it('asks whoever brought words that are objected to for other words, before their own consent', () => {
    const [ana, ben] = circleOf('Ana', 'Ben') as [Person, Person]
    const round = ana.opensRound(ana.presents())
    together(ana, ben)
    ben.objects(round)
    together(ana, ben)
    expect(queue(ana)).toMatchObject([{ kind: 'integrate', person: 'Ben' }])
  })

  it('asks for another look together where some closed what another objects to, and for a review that is due', () => {
    const [ana, ben] = circleOf('Ana', 'Ben') as [Person, Person]
    const round = ana.opensRound(ana.presents({ review: '2026-09-01' }))
    together(ana, ben)
    ben.consents(round)
    ana.consents(round)
    ana.hears(ben)
    ana.closes(round)
    expect([kinds(ana), kinds(ana, '2026-09-01')]).toEqual([[], ['review']])
    ben.objects(round, 'on second thoughts')
    together(ana, ben)
    expect([kinds(ana), kinds(ben)]).toEqual([['reconcile'], ['reconcile']])
  })

  it('puts who stands at the door first, then where only one voice is missing, the oldest of equals, practice last', () => {
    const line = (kind: Waiting['kind'], since: number, practice = false) =>
      ({ kind, since, practice, circle: 'c', proposal: null }) as Waiting
    const lines = [line('open', 1), line('respond', 9), line('respond', 3), line('only-you', 5), line('confirm', 8)]
    const sorted = byUrgency([line('only-you', 0, true), ...lines])
    expect(sorted.map(({ kind, since }) => `${kind} ${since}`)).toEqual([
      'confirm 8',
      'only-you 5',
      'respond 3',
      'respond 9',
      'open 1',
      'only-you 0',
    ])
  })

  it('asks a guest nothing that only members can do, and the members to take the guest in', () => {
    const [ana, ben] = circleOf('Ana', 'Ben') as [Person, Person]
    const round = ana.opensRound(ana.presents())
    together(ana, ben)
    agree(round, ana, ben)
    const cleo = ana.admits('Cleo')
    ana.presents({ title: 'Another' })
    together(ana, ben, cleo)
    expect(queue(ana)).toMatchObject([{ kind: 'welcome', person: 'Cleo' }])
    expect(kinds(cleo)).toEqual(['understand'])
    const alone = foundCircle('Dan', 'Garden')
    expect(kinds(alone)).toEqual(['invite'])
  })
})

describe('what the others did meanwhile', () => {
  it('tells of each proposal what matters most, and whether it was done apart', () => {
    const [ana, ben] = circleOf('Ana', 'Ben') as [Person, Person]
    const mark = ben.seen()
    const proposal = ana.presents({ title: 'Soup' })
    ben.hears(ana)
    expect(news(ben, mark)).toMatchObject([{ kind: 'proposed', title: 'Soup', person: 'Ana', apart: false }])
    expect(news(ana)).toEqual([])
    const round = ana.opensRound(proposal)
    ben.hears(ana)
    expect(news(ben, mark)).toMatchObject([{ kind: 'round', waitsFor: ['Ana'], waitsForYou: true }])
    expect(news(ben, ben.seen())).toEqual([])
    ana.consents(round)
    const before = [...ben.seen(), ben.presents({ title: 'Bread' })].slice(-1)
    ana.objects(round, 'too salty')
    ben.hears(ana)
    expect(news(ben, before)).toMatchObject([
      { kind: 'objected', text: 'too salty', apart: true, waitsFor: ['Ana'], waitsForYou: false },
    ])
  })

  it('reports to both sides when a round was closed here and objected to there', () => {
    const [ana, ben] = circleOf('Ana', 'Ben') as [Person, Person]
    const round = ana.opensRound(ana.presents())
    together(ana, ben)
    ben.consents(round)
    ana.consents(round)
    ana.hears(ben)
    ana.closes(round)
    ben.objects(round, 'on second thoughts')
    const marks = [ana.seen(), ben.seen()] as const
    together(ana, ben)
    expect(news(ana, marks[0])).toMatchObject([
      { kind: 'contested', person: 'Ben', text: 'on second thoughts', waitsFor: ['Ben'], waitsForYou: true },
    ])
    expect(news(ben, marks[1])).toMatchObject([{ kind: 'contested', person: 'Ana', apart: true }])
  })
})

it('finds by the beginnings of words first, without marks above letters', () => {
  const ana = foundCircle('Ana', 'Récup café')
  ana.presents({ title: 'Soup for the cafe' })
  const titles = (text: string) => found([ana.circle], text, TODAY).map(({ kind, title }) => `${kind}: ${title}`)
  expect(titles('CAFE')).toEqual(['circle: Récup café', 'proposal: Soup for the cafe'])
  expect(titles('recup c')).toEqual(['circle: Récup café'])
  expect(titles('an')).toEqual(['person: Ana'])
  expect(titles('  ')).toEqual([])
})

it('shows a new person nothing, then their circle, and no news once it is read', async () => {
  const ana = await peer('Ana')
  expect(await ana.api.home.show({})).toEqual({ waiting: [], news: [], unread: [], circles: 0, joining: 0 })
  const { circle } = await ana.api.circle.create({ name: 'Kitchen', aim: 'to cook together' })
  const first = await ana.api.home.show({})
  expect(first).toMatchObject({ waiting: [{ kind: 'invite', circle }], news: [], circles: 1 })
  expect(first.unread).toHaveLength(1)
  await ana.api.home.read({ circles: first.unread })
  expect((await ana.api.home.show({})).unread).toEqual([])
})
