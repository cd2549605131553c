import type { Row } from './rows.ts'

export const evaluation = {
  evaluation: 'v1',
  person: 'x',
  at: 0,
  results: [{ criterion: 'warm', well: 'partly', text: null }],
  note: null,
}
const underWay = [{ proposal: 'p2', title: 'Mondays', how: 'changed' }]
const said = { event: 'e1', at: 0, person: 'x' }
const why = {
  agreement: 'g1',
  title: 'Sundays',
  circle: 'c1',
  circleName: 'Garden',
  practice: false,
  chapters: [
    {
      proposal: 'p1',
      title: 'Sundays',
      driver: 'hunger',
      noticed: { driver: 'd1', statement: 'No tomatoes', person: 'x', at: 0 },
      criteria: ['warm'],
      review: '2030-01-31',
      owner: 'x',
      means: null,
      agreement: 'g1',
      state: 'in-force',
      became: null,
      lines: [
        { kind: 'presented', ...said, text: 'We open.', review: '2030-01-31' },
        { kind: 'asked', ...said, text: 'when?', answers: [{ person: 'x', text: 'noon', at: 0 }] },
        { kind: 'reacted', ...said, text: 'good' },
        { kind: 'amended', ...said, before: 'a', after: 'b', integrates: ['x'] },
        { kind: 'round', ...said, asked: ['x'], skipped: [] },
        {
          kind: 'objected',
          ...said,
          reason: 'cold',
          fate: 'integrated',
          integration: { version: 'v2', person: 'x', at: 0, before: 'a', after: 'b' },
          toAgreement: false,
        },
        {
          kind: 'agreed',
          ...said,
          agreement: 'g1',
          state: 'in-force',
          certificate: 'h1',
          consents: [{ person: 'x', at: 0 }],
        },
        { kind: 'contested', ...said, contest: 'other-consent', reason: null },
        { kind: 'laid-aside', ...said, as: 'tabled', until: null, reason: 'later' },
        { kind: 'concern', ...said, text: 'rain' },
        { kind: 'evaluated', ...said, evaluation },
      ],
    },
  ],
  underWay,
  names: { x: 'Ana' },
  asOf: 's1',
}
const entry = {
  entry: 'g1',
  kind: 'agreement',
  at: 0,
  title: 'Sundays',
  agreement: 'g1',
  state: 'superseded',
  due: null,
  review: '2030-01-31',
  became: 'renewed',
  owner: 'x',
  person: 'x',
  found: '… rain …',
  text: 'We open.',
  driver: 'hunger',
  criteria: ['warm'],
  consents: ['x'],
  borrowed: [],
}

export const LOGBOOK_ROWS: readonly Row[] = [
  {
    line: 'agreement evaluate g1 --met 1 --partly warm --note good',
    asks: 'agreement.evaluate',
    input: {
      agreement: 'g1',
      results: [
        { criterion: '1', well: 'met' },
        { criterion: 'warm', well: 'partly' },
      ],
      note: 'good',
    },
    answer: { evaluation: 'v1' },
  },
  {
    line: 'agreement renew g1 --review 2030-01-31 --concerns',
    asks: 'agreement.renew',
    input: { agreement: 'g1', review: '2030-01-31', concerns: true },
    answer: { proposal: 'p2', version: 'v2' },
  },
  {
    line: 'agreement change g1 --text words.txt --title T --criteria one --owner Ana --driver D',
    asks: 'agreement.change',
    input: { agreement: 'g1', text: 'We open.\n', title: 'T', criteria: ['one'], owner: 'Ana', driver: 'D' },
    answer: { proposal: 'p2', version: 'v2' },
  },
  {
    line: 'agreement end g1 --reason done',
    asks: 'agreement.end',
    input: { agreement: 'g1', reason: 'done' },
    answer: { proposal: 'p2', version: 'v2' },
  },
  {
    line: 'proposal present Garden --title T --text words.txt --review 2030-01-31 --changes g1 --ends',
    asks: 'proposal.present',
    input: { circle: 'Garden', title: 'T', text: 'We open.\n', review: '2030-01-31', changes: 'g1', ends: true },
    answer: { proposal: 'p1', version: 'v1' },
  },
  { line: 'agreement why g1', asks: 'logbook.why', input: { agreement: 'g1' }, answer: why },
  {
    line: 'logbook Garden --search rain --state overdue --since 2029-01-01 --kind agreement --kind way',
    asks: 'logbook.list',
    input: {
      circle: 'Garden',
      search: 'rain',
      state: 'overdue',
      since: '2029-01-01',
      kinds: ['agreement', 'way'],
      order: 'newest',
      limit: 100,
    },
    answer: { asOf: 's1', items: [entry], total: 3, names: { x: 'Ana' } },
    prints: [{ ...entry, asOf: 's1' }],
  },
]
