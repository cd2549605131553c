import { list } from './answers.ts'
import type { Row } from './rows.ts'

const said = { item: 'i1', text: 'How warm?', person: 'x', name: 'Ana', at: 0 }
const forming = {
  driver: 'd1',
  statement: 'cold',
  circle: 'c1',
  dimensions: [{ ...said, answers: [{ ...said, item: 'a1', text: '18' }] }],
  considerations: [],
  ideas: [{ ...said, item: 'i2', text: 'a stove', about: 'i1' }],
  tuners: [{ tuners: 't1', by: 'x', people: [{ person: 'x', name: 'Ana' }] }],
  steps: [{ step: 'accept', done: true }],
  asOf: 's1',
}
const helping = {
  helping: 'g1',
  name: 'Stove',
  state: 'working',
  due: '2030-01-31',
  members: [{ person: 'x', name: 'Ana' }],
}
const note = { event: 'e1', person: 'x', name: 'Ana', text: 'in the cellar', at: 0 }
const helpingPage = {
  ...helping,
  circle: 'c1',
  mandate: 'find one',
  notes: [note],
  reports: [note],
  handed: [{ proposal: 'p1', title: 'Heat', reason: 'no step' }],
  asOf: 's1',
}
const proposed = { proposal: 'p1', version: 'v1' }

/** forming, circle state and wake, helping-circle, sub-circle, way, objection test. */
export const STANDING_ROWS: readonly Row[] = [
  { line: 'forming show d1', asks: 'forming.show', input: { driver: 'd1' }, answer: forming },
  {
    line: 'forming add d1 --kind idea --text stove --about i1',
    asks: 'forming.add',
    input: { driver: 'd1', kind: 'idea', text: 'stove', about: 'i1' },
    answer: { item: 'i2' },
  },
  {
    line: 'forming answer i1 --text 18',
    asks: 'forming.answer',
    input: { question: 'i1', text: '18' },
    answer: { answer: 'a1' },
  },
  { line: 'forming take-back i2', asks: 'forming.takeBack', input: { item: 'i2' }, answer: { item: 'i2' } },
  {
    line: 'forming name d1 --person Ana --person Ben',
    asks: 'forming.name',
    input: { driver: 'd1', people: ['Ana', 'Ben'] },
    answer: { tuners: 't1' },
  },
  {
    line: 'forming object t1 --reason busy',
    asks: 'forming.object',
    input: { tuners: 't1', reason: 'busy' },
    answer: { tuners: 't1' },
  },
  {
    line: 'circle state Garden dormant --anyone-wakes --review 2030-01-31',
    asks: 'circle.state',
    input: {
      circle: 'Garden',
      state: 'dormant',
      anyoneWakes: true,
      title: 'We rest',
      text: 'The circle rests: nothing is awaited of anyone.',
      review: '2030-01-31',
    },
    answer: proposed,
  },
  { line: 'circle wake Garden', asks: 'circle.wake', input: { circle: 'Garden' }, answer: { state: 'active' } },
  {
    line: 'helping-circle list Garden',
    asks: 'helpingCircle.list',
    input: { circle: 'Garden' },
    ...list(helping),
  },
  { line: 'helping-circle show g1', asks: 'helpingCircle.show', input: { helping: 'g1' }, answer: helpingPage },
  {
    line: 'helping-circle propose Garden --name Stove --mandate find --member Ana --due 2030-01-31 --review 2030-02-28',
    asks: 'helpingCircle.propose',
    input: {
      circle: 'Garden',
      name: 'Stove',
      mandate: 'find',
      members: ['Ana'],
      due: '2030-01-31',
      review: '2030-02-28',
    },
    answer: proposed,
  },
  {
    line: 'helping-circle note g1 --text hm',
    asks: 'helpingCircle.note',
    input: { helping: 'g1', text: 'hm' },
    answer: { note: 'e1' },
  },
  {
    line: 'helping-circle report g1 --text found',
    asks: 'helpingCircle.report',
    input: { helping: 'g1', text: 'found' },
    answer: { report: 'e2' },
  },
  {
    line: 'helping-circle dissolve g1 --reason done',
    asks: 'helpingCircle.dissolve',
    input: { helping: 'g1', reason: 'done' },
    answer: { state: 'dissolved' },
  },
  {
    line: 'sub-circle list Garden',
    asks: 'subCircle.list',
    input: { circle: 'Garden' },
    ...list({
      circle: null,
      name: 'Bread',
      as: 'sub-circle',
      agreement: 'g1',
      state: 'settled',
      toldBy: null,
      founder: 'x',
      link: null,
      isHere: false,
    }),
  },
  {
    line: 'sub-circle propose Garden --name Bread --aim bake --founder Ana --review 2030-01-31',
    asks: 'subCircle.propose',
    input: { circle: 'Garden', name: 'Bread', aim: 'bake', founder: 'Ana', review: '2030-01-31' },
    answer: proposed,
  },
  {
    line: 'sub-circle adopt Garden --other c2 --name Seeds --review 2030-01-31',
    asks: 'subCircle.adopt',
    input: { circle: 'Garden', other: 'c2', name: 'Seeds', review: '2030-01-31' },
    answer: proposed,
  },
  { line: 'sub-circle found g1', asks: 'subCircle.found', input: { agreement: 'g1' }, answer: { circle: 'c2' } },
  { line: 'sub-circle introduce g1', asks: 'subCircle.introduce', input: { agreement: 'g1' }, answer: {} },
  {
    line: 'sub-circle tell Garden --other c2 --as parent --name House',
    asks: 'subCircle.tell',
    input: { circle: 'Garden', other: 'c2', as: 'parent', name: 'House' },
    answer: {},
  },
  {
    line: 'way list Garden',
    asks: 'way.list',
    input: { circle: 'Garden' },
    ...list({ rule: 'qualifying', way: { rule: 'qualifying', criteria: ['harm'] }, agreement: 'g1', proposal: null }),
  },
  {
    line: 'way propose Garden terms --months 6 --title Half --text short --review 2030-01-31',
    asks: 'way.propose',
    input: {
      circle: 'Garden',
      way: { rule: 'terms', months: 6 },
      title: 'Half',
      text: 'short',
      review: '2030-01-31',
    },
    answer: proposed,
  },
  {
    line: 'objection test o1 --qualifies no --reason wish',
    asks: 'objection.test',
    input: { objection: 'o1', qualifies: false, reason: 'wish' },
    answer: { objection: 'o1', state: 'raised' },
  },
  {
    line: 'proposal end p1 --as escalated --to Ana --reason elsewhere',
    asks: 'proposal.end',
    input: { proposal: 'p1', as: 'escalated', to: ['Ana'], reason: 'elsewhere' },
    answer: { proposal: 'p1', state: 'escalated' },
  },
]
