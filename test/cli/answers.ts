import { evaluation } from './logbook-rows.ts'

/** What the node answers in the rows. */
export const proposal = {
  proposal: 'p1',
  circle: 'c1',
  title: 'Sundays',
  state: 'open',
  version: 'v1',
  round: null,
  awaiting: ['x'],
  responses: [{ person: 'x', answer: 'object', reason: 'too early', version: 'v1' }],
  objections: [{ objection: 'o1', person: 'x', reason: 'too early', state: 'raised' }],
  questions: [
    {
      question: 'q1',
      person: 'x',
      text: 'when?',
      state: 'answered',
      answers: [{ answer: 'a1', person: 'y', text: 'noon', at: 0 }],
    },
  ],
  siblings: [],
  names: { x: 'Ana' },
}
const story = [
  { event: 'e1', type: 'round.opened', person: 'x', name: 'Ana', at: 0, text: null, skipped: ['reactions'] },
]
export const page = {
  ...proposal,
  practice: false,
  driver: 'hunger',
  answers: null,
  criteria: ['tomatoes'],
  review: '2030-01-31',
  owner: null,
  admits: null,
  changes: null,
  means: { agreement: 'g1', how: 'ended', title: 'Mondays', text: 'We close.' },
  effect: null,
  agreement: null,
  asOf: 's1',
  story,
  versions: [
    {
      version: 'v1',
      number: 1,
      title: 'Sundays',
      text: 'We open.',
      review: '2030-01-31',
      criteria: ['tomatoes'],
      effect: null,
      person: 'x',
      parents: [],
      integrates: [],
      at: 0,
    },
  ],
  reactions: [{ reaction: 'r1', person: 'x', text: null, at: 0 }],
  understood: ['x'],
  rounds: [{ round: 'r1', version: 'v1', asked: ['x'], skipped: ['reactions'], at: 0, open: true }],
  concerns: [{ concern: 'k1', person: 'x', text: 'rain', at: 0 }],
}
export const line = {
  agreement: 'g1',
  title: 'Sundays',
  state: 'contested',
  review: '2030-01-31',
  at: 0,
  owner: null,
  due: 'overdue',
  ends: false,
  became: null,
}
export const agreement = {
  ...line,
  circle: 'c1',
  proposal: 'p1',
  version: 'v1',
  text: 'We open.',
  practice: false,
  driver: null,
  criteria: [],
  effect: null,
  owner: null,
  certificate: 'h1',
  consents: ['x'],
  contests: [{ event: 'e2', kind: 'objection', person: 'x', reason: 'cold', at: 0 }],
  concerns: [],
  offered: ['rain'],
  evaluations: [evaluation],
  objections: [{ objection: 'o1', person: 'x', reason: 'cold', state: 'raised', at: 0 }],
  caredForBy: 'x',
  replaced: { agreement: 'g0', title: 'Mondays' },
  underWay: [],
  story,
  names: { x: 'Ana' },
  asOf: 's1',
}
export const device = { device: 'd1', person: 'x', name: 'Ana', isThis: true, gone: false, since: 0, letInBy: 'Ben' }
const member = { person: 'x', name: 'Ana', state: 'joined', linkOver: false }
export const circle = {
  circle: 'c1',
  name: 'Garden',
  aim: 'grow',
  domain: null,
  practice: false,
  state: 'forming',
  anyoneWakes: false,
  size: 'fine',
  most: null,
  members: [member],
  stateHash: null,
  at: 'h',
  waiting: 2,
  whole: true,
  copy: { here: 3, known: 3 },
  leftOut: 0,
  forked: [],
  unvoiced: [],
  asOf: 's1',
}
export const profile = { person: 'x', device: 'd', name: 'Ana' }
export const request = { request: 'j1', circle: 'c1', code: 'one two three four five', state: 'waiting' }
export const logged = {
  event: 'e1',
  type: 'circle.created',
  person: 'x',
  device: 'd',
  at: 0,
  counted: false,
  refusal: 'malformed',
}
export const list = (item: object) => ({ answer: { asOf: 's1', items: [item] }, prints: [{ ...item, asOf: 's1' }] })
