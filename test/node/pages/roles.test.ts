import { expect, it } from 'vitest'
import { backlogLines } from '../../../src/node/pages/backlog.ts'
import { proposalSummary } from '../../../src/node/pages/proposal-page.ts'
import { monthsLater } from '../../../src/node/pages/role-page.ts'
import { selectionPage } from '../../../src/node/pages/selection-page.ts'
import { byUrgency, waitingIn } from '../../../src/node/pages/waiting.ts'
import { together } from '../../helpers/circles.ts'
import { TODAY, type Person } from '../../helpers/people.ts'
import { nominated, seated, seatOf, selectionOf, three } from '../../helpers/selecting.ts'

const kinds = (person: Person, today = TODAY) =>
  byUrgency(waitingIn(person.circle, person.id, today)).map(({ kind }) => kind)

it('[G6] whoever is proposed is asked at home only after the others; their objection stands first', () => {
  const people = three()
  const [ana, ben, cleo] = people
  const selection = nominated(people, () => ben)
  const proposal = ana.presents({ effect: seatOf('facilitator', ben, selection) })
  const round = ana.opensRound(proposal)
  together(...people)
  expect([kinds(ben), kinds(cleo)]).toEqual([[], ['respond']])
  cleo.objects(round, 'he is away in summer')
  ben.objects(round, 'I am away in summer')
  together(...people)
  const { objections } = proposalSummary(ana.circle, ana.proposal(proposal))
  expect(objections.map(({ person }) => person)).toEqual([ben.id, cleo.id])
})

it('[G4] A7: a page of reasons orders people by name, and holds no number but times', () => {
  const people = three()
  const [ana, ben, cleo] = people
  const selection = nominated(people, (index) => (index === 0 ? ben : cleo))
  const mine = null
  const page = selectionPage(ana.circle, selectionOf(ana, selection), { me: ana.id, today: TODAY, mine })
  expect(page.nominees.map(({ person }) => person)).toEqual([ben.id, cleo.id])
  const numbers = JSON.stringify(page.nominees, (key, value: unknown) => (key === 'at' ? undefined : value))
  expect(numbers.match(/:\d/g)).toBeNull()
})

it('[H3] a term that is over waits for everyone at home and in the backlog, until a selection for it is under way', () => {
  const people = three()
  const [ana, ben] = people
  seated(people, 'facilitator', ben)
  expect([kinds(ana), kinds(ana, '2027-02-01')]).toEqual([[], ['term-due']])
  const due = () => backlogLines(ana.circle, '2027-02-01').map(({ kind, due: on }) => [kind, on])
  expect(due()).toEqual([['term-due', '2027-02-01']])
  ana.say('selection.opened', { role: 'facilitator', electorate: ana.electorate() })
  expect([kinds(ana, '2027-02-01'), due()]).toEqual([['nominate'], [['selection', null]]])
})

it('[W2] a term ends on the same day of a later month, or on its last', () => {
  expect([monthsLater('2026-03-01', 12), monthsLater('2026-01-31', 1), monthsLater('2026-11-30', 3)]).toEqual([
    '2027-03-01',
    '2026-02-28',
    '2027-02-28',
  ])
})
