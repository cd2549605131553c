import type { Answers } from './fake-world.ts'

/** A command line of cli.md, what it asks the node, what that answers, and the JSON it prints (the answer if not said). */
export type Row = { line: string; asks: string; input: object; answer: unknown; prints?: unknown; first?: Answers }

const proposal = {
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
const page = {
  ...proposal,
  practice: false,
  driver: 'hunger',
  criteria: ['tomatoes'],
  review: '2030-01-31',
  owner: null,
  admits: null,
  agreement: null,
  asOf: 's1',
  story,
  versions: [{ version: 'v1', number: 1, text: 'We open.', person: 'x', parents: [], integrates: [], at: 0 }],
  reactions: [{ reaction: 'r1', person: 'x', text: null, at: 0 }],
  understood: ['x'],
  rounds: [{ round: 'r1', version: 'v1', asked: ['x'], skipped: ['reactions'], at: 0, open: true }],
  concerns: [{ concern: 'k1', person: 'x', text: 'rain', at: 0 }],
}
const line = { agreement: 'g1', title: 'Sundays', state: 'contested', review: '2030-01-31' }
const agreement = {
  ...line,
  circle: 'c1',
  proposal: 'p1',
  version: 'v1',
  text: 'We open.',
  practice: false,
  driver: null,
  criteria: [],
  owner: null,
  certificate: 'h1',
  consents: ['x'],
  contests: [{ event: 'e2', kind: 'objection', person: 'x', reason: 'cold', at: 0 }],
  concerns: [],
  story,
  names: { x: 'Ana' },
  asOf: 's1',
}
const member = { person: 'x', name: 'Ana', state: 'joined' }
const circle = {
  circle: 'c1',
  name: 'Garden',
  aim: 'grow',
  domain: null,
  practice: false,
  state: 'forming',
  members: [member],
  stateHash: null,
  at: 'h',
  waiting: 2,
  asOf: 's1',
}
const profile = { person: 'x', device: 'd', name: 'Ana' }
const request = { request: 'j1', circle: 'c1', code: 'one two three four five', state: 'waiting' }
const logged = {
  event: 'e1',
  type: 'circle.created',
  person: 'x',
  device: 'd',
  at: 0,
  counted: false,
  refusal: 'malformed',
}
const list = (item: object) => ({ answer: { asOf: 's1', items: [item] }, prints: [{ ...item, asOf: 's1' }] })

export const ROWS: readonly Row[] = [
  { line: 'profile create --name Ana', asks: 'profile.create', input: { name: 'Ana' }, answer: profile },
  { line: 'profile show', asks: 'profile.show', input: {}, answer: profile },
  {
    line: 'circle create --name N --aim A --domain D',
    asks: 'circle.create',
    input: { name: 'N', aim: 'A', domain: 'D' },
    answer: { circle: 'c1' },
  },
  {
    line: 'circle list',
    asks: 'circle.list',
    input: {},
    answer: [{ circle: 'c1', name: 'N', aim: 'A', practice: false, members: 1, state: 'forming' }],
  },
  { line: 'circle show Garden', asks: 'circle.show', input: { circle: 'Garden' }, answer: circle },
  {
    line: 'status Garden',
    asks: 'network.status',
    input: { circle: 'Garden' },
    answer: [{ circle: 'c1', person: 'x', name: 'Ana', reachable: true, path: 'direct', lastInStep: 0 }],
  },
  { line: 'status', asks: 'network.status', input: {}, answer: [] },
  {
    line: 'invite create Garden',
    asks: 'invite.create',
    input: { circle: 'Garden' },
    answer: { invite: 'nst1abc', expires: 1 },
  },
  {
    line: 'invite revoke Garden nst1abc',
    asks: 'invite.revoke',
    input: { circle: 'Garden', invite: 'nst1abc' },
    answer: { state: 'revoked' },
  },
  {
    line: 'invite list Garden',
    asks: 'invite.list',
    input: { circle: 'Garden' },
    ...list({ request: 'j1', name: 'Ben', code: 'one two', state: 'waiting' }),
  },
  {
    line: 'invite confirm Garden j1',
    asks: 'invite.confirm',
    input: { circle: 'Garden', request: 'j1' },
    answer: { person: 'y' },
  },
  { line: 'join nst1abc', asks: 'join.request', input: { invite: 'nst1abc' }, answer: request },
  { line: 'join --list', asks: 'join.list', input: {}, answer: [request] },
  { line: 'join --cancel j1', asks: 'join.cancel', input: { request: 'j1' }, answer: { state: 'cancelled' } },
  {
    line: 'member leave-of-absence Garden',
    asks: 'member.leaveOfAbsence',
    input: { circle: 'Garden', end: false },
    answer: { person: 'x', state: 'on-leave' },
  },
  {
    line: 'member leave-of-absence Garden --end',
    asks: 'member.leaveOfAbsence',
    input: { circle: 'Garden', end: true },
    answer: { person: 'x', state: 'joined' },
  },
  {
    line: 'connect 127.0.0.1:1',
    asks: 'network.connect',
    input: { address: '127.0.0.1:1' },
    answer: { peer: 'k', connected: true },
  },
  {
    line: 'proposal present Garden --title T --text words.txt --review 2030-01-31 --driver D --criteria one --criteria two --owner Ana --admits Ben',
    asks: 'proposal.present',
    input: {
      circle: 'Garden',
      title: 'T',
      text: 'We open.\n',
      review: '2030-01-31',
      driver: 'D',
      criteria: ['one', 'two'],
      owner: 'Ana',
      admits: 'Ben',
    },
    answer: { proposal: 'p1', version: 'v1' },
  },
  { line: 'proposal show Sundays', asks: 'proposal.show', input: { proposal: 'Sundays' }, answer: page },
  { line: 'proposal list Garden', asks: 'proposal.list', input: { circle: 'Garden' }, ...list(proposal) },
  {
    line: 'proposal ask p1 --text when?',
    asks: 'proposal.ask',
    input: { proposal: 'p1', text: 'when?' },
    answer: { question: 'q1' },
  },
  {
    line: 'proposal answer q1 --text noon',
    asks: 'proposal.answer',
    input: { question: 'q1', text: 'noon' },
    answer: { answer: 'a1' },
  },
  { line: 'proposal understood p1', asks: 'proposal.understood', input: { proposal: 'p1' }, answer: { state: 'open' } },
  {
    line: 'proposal react p1 --text -nice-',
    asks: 'proposal.react',
    input: { proposal: 'p1', text: '-nice-' },
    answer: { reaction: 'r1' },
  },
  {
    line: 'proposal react p1 --pass',
    asks: 'proposal.react',
    input: { proposal: 'p1', text: null },
    answer: { reaction: 'r1' },
  },
  {
    line: 'proposal amend p1 --text words.txt --from v1 --integrates o1 --integrates o2',
    asks: 'proposal.amend',
    input: { proposal: 'p1', text: 'We open.\n', from: ['v1'], integrates: ['o1', 'o2'] },
    answer: { proposal: 'p1', version: 'v2' },
  },
  {
    line: 'proposal end p1 --as tabled --until 2030-01-31 --reason later',
    asks: 'proposal.end',
    input: { proposal: 'p1', as: 'tabled', until: '2030-01-31', reason: 'later' },
    answer: { proposal: 'p1', state: 'tabled' },
  },
  {
    line: 'round open p1',
    asks: 'round.open',
    input: { proposal: 'p1' },
    answer: { round: 'r1', skipped: ['reactions'] },
  },
  { line: 'round close p1', asks: 'round.close', input: { proposal: 'p1' }, answer: { agreement: 'g1' } },
  { line: 'consent p1', asks: 'response.consent', input: { proposal: 'p1' }, answer: { response: 'r1' } },
  {
    line: 'object p1 --reason cold',
    asks: 'response.object',
    input: { proposal: 'p1', reason: 'cold' },
    answer: { objection: 'o1' },
  },
  {
    line: 'objection understood o1',
    asks: 'objection.understood',
    input: { objection: 'o1' },
    answer: { objection: 'o1', state: 'understood' },
  },
  {
    line: 'objection withdraw o1',
    asks: 'objection.withdraw',
    input: { objection: 'o1' },
    answer: { objection: 'o1', state: 'withdrawn' },
  },
  {
    line: 'objection reframe o1',
    asks: 'objection.reframe',
    input: { objection: 'o1' },
    answer: { objection: 'o1', state: 'reframed' },
  },
  {
    line: 'concern add g1 --text rain',
    asks: 'concern.add',
    input: { about: 'g1', text: 'rain' },
    answer: { concern: 'k1' },
  },
  {
    line: 'agreement object g1 --reason cold',
    asks: 'agreement.object',
    input: { agreement: 'g1', reason: 'cold' },
    answer: { item: 'i1' },
  },
  {
    line: 'backlog list Garden',
    asks: 'backlog.list',
    input: { circle: 'Garden' },
    ...list({ item: 'i1', kind: 'reconcile', about: 'g1' }),
  },
  { line: 'agreement list Garden', asks: 'agreement.list', input: { circle: 'Garden' }, ...list(line) },
  { line: 'agreement show g1', asks: 'agreement.show', input: { agreement: 'g1' }, answer: agreement },
  { line: 'log Garden', asks: 'log.list', input: { circle: 'Garden' }, ...list(logged) },
]
