import { list } from './answers.ts'
import type { Row } from './rows.ts'

const terms = { aim: 'the river', sends: 1, receives: 1, until: '2030-01-31', shares: 'water' }
const ana = { person: 'x', name: 'Ana', isAway: false }
const seat = { seat: 1, role: 'link:c2:1', name: 'Delegate', hasArrived: false, hasLeft: false }
const link = {
  circle: 'c2',
  name: 'River',
  state: 'agreed',
  endedBy: null,
  as: 'beside',
  terms,
  ours: { ...terms, until: '2029-01-01' },
  theirs: null,
  agreement: 'g1',
  proposal: null,
  heard: 0,
  turn: 'there',
  sent: [
    { ...seat, people: [ana] },
    { ...seat, people: [{ ...ana, isAway: true }], hasArrived: true },
    { ...seat, people: [ana], hasLeft: true },
  ],
  received: [
    { seat: 1, named: ['Rosa'], over: [], person: null },
    { seat: 2, named: ['Sam'], over: [], person: { person: 'y', name: 'Sam', isAway: true } },
    { seat: 3, named: [], over: ['Uma'], person: null },
  ],
  apart: ['ended-over-renewal', 'ended-over-consent', 'consented-unaware', 'ended-twice'],
  went: ['Sam'],
  isHere: false,
  isMet: true,
  tellFailed: [{ to: 'there', refusal: { code: 'statement-expired' } }],
}
const hop = { circle: 'c2', name: 'River', at: 0 }
const trip = {
  as: 'here',
  objection: 'o1',
  agreement: 'g1',
  from: 'c2',
  fromName: 'River',
  to: { circle: 'c1', name: '' },
  title: 'The dam',
  text: 'It dries us out.',
  concerns: 'Lake',
  issued: 0,
  hops: [hop],
  isWayClosed: true,
  at: 0,
  passed: [{ to: 'c3', name: 'Lake', by: 'Ana', reason: null, at: 0 }],
  answered: null,
  answers: [
    { from: 'c3', fromName: 'Lake', title: 'Open', text: 'On Sundays.', issued: 0, came: [hop], hops: [hop], at: 0 },
  ],
}
const told = {
  statement: 's1',
  kind: 'link',
  from: 'c2',
  fromName: 'River',
  title: 'A link',
  issued: 0,
  expires: 1,
  toldBy: 'Ana',
  at: 0,
}
const proposed = { proposal: 'p1', version: 'v1' }
const structure = {
  circles: [
    { circle: 'c1', name: 'Kitchen', isMine: true, members: 3 },
    { circle: 'c2', name: 'River', isMine: false, members: null },
  ],
  links: [{ from: 'c1', to: 'c2', as: 'beside', state: 'active', endedBy: null, sends: 1, receives: 1 }],
}

/** link, and what circles tell each other. */
export const LINK_ROWS: readonly Row[] = [
  { line: 'link list Kitchen', asks: 'link.list', input: { circle: 'Kitchen' }, ...list(link) },
  {
    line: 'link propose Kitchen --other c2 --name River --aim water --sends 2 --until 2030-01-31 --shares levels --review 2030-01-31',
    asks: 'link.propose',
    input: {
      circle: 'Kitchen',
      other: 'c2',
      name: 'River',
      as: 'beside',
      aim: 'water',
      sends: 2,
      receives: 1,
      until: '2030-01-31',
      shares: 'levels',
      review: '2030-01-31',
    },
    answer: proposed,
  },
  {
    line: 'link accept Kitchen River --seat Speaker --review 2030-01-31',
    asks: 'link.accept',
    input: { circle: 'Kitchen', other: 'River', seat: 'Speaker', review: '2030-01-31' },
    answer: proposed,
  },
  {
    line: 'link end Kitchen --other River --other Lake --reason done --review 2030-01-31',
    asks: 'link.end',
    input: { circle: 'Kitchen', others: ['River', 'Lake'], reason: 'done', review: '2030-01-31' },
    answer: proposed,
  },
  { line: 'link trips Kitchen', asks: 'trip.list', input: { circle: 'Kitchen' }, ...list(trip) },
  {
    line: 'link object Kitchen --to River --title Dam --reason dry --concerns Lake --review 2030-01-31',
    asks: 'trip.object',
    input: { circle: 'Kitchen', to: 'River', title: 'Dam', reason: 'dry', concerns: 'Lake', review: '2030-01-31' },
    answer: proposed,
  },
  {
    line: 'link pass Kitchen Dam --to Lake --reason theirs',
    asks: 'trip.pass',
    input: { circle: 'Kitchen', objection: 'Dam', to: 'Lake', reason: 'theirs' },
    answer: {},
  },
  {
    line: 'link answer Kitchen Dam --title Open --text Sundays --review 2030-01-31',
    asks: 'trip.answer',
    input: { circle: 'Kitchen', objection: 'Dam', title: 'Open', text: 'Sundays', review: '2030-01-31' },
    answer: proposed,
  },
  { line: 'link structure', asks: 'structure.show', input: {}, answer: structure },
  { line: 'statement list Kitchen', asks: 'statement.list', input: { circle: 'Kitchen' }, ...list(told) },
  {
    line: 'statement import words.txt',
    asks: 'statement.import',
    input: { text: 'We open.\n' },
    answer: { circles: ['c1'], told: 1, known: 1 },
  },
]
