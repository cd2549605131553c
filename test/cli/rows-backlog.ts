import { list } from './answers.ts'
import type { Row } from './rows.ts'

const driver = { driver: 'd1', statement: 'cold', state: 'passed-on', person: 'x', name: 'Ana', at: 0 }
const driverPage = {
  ...driver,
  circle: 'c1',
  situation: 'draught',
  effect: null,
  need: null,
  requirement: null,
  move: { person: 'x', at: 0, to: 'landlord', reason: null },
  version: 'd1',
  siblings: [],
  proposals: [{ proposal: 'p1', title: 'Heat', state: 'open' }],
  agreements: [],
  story: [{ event: 'd1', type: 'driver.noticed', person: 'x', name: 'Ana', at: 0, text: 'cold' }],
  names: { x: 'Ana' },
  asOf: 's1',
}

/** driver, backlog, and what goes with them. */
export const BACKLOG_ROWS: readonly Row[] = [
  {
    line: 'backlog list Garden --kind driver',
    asks: 'backlog.list',
    input: { circle: 'Garden', kind: 'driver' },
    ...list({ item: 'd1', kind: 'driver', about: 'd1', title: 'cold', ownerName: 'Ana', minutes: 10, next: 'ask' }),
  },
  {
    line: 'backlog place Garden d1 --under i1',
    asks: 'backlog.place',
    input: { circle: 'Garden', item: 'd1', under: 'i1' },
    answer: { item: 'd1' },
  },
  {
    line: 'backlog note Garden d1 --owner Ana --minutes 20 --next ask',
    asks: 'backlog.note',
    input: { circle: 'Garden', item: 'd1', owner: 'Ana', minutes: 20, next: 'ask' },
    answer: { item: 'd1' },
  },
  {
    line: 'driver notice Garden --statement cold --need warmth',
    asks: 'driver.notice',
    input: { circle: 'Garden', statement: 'cold', need: 'warmth' },
    answer: { driver: 'd1' },
  },
  { line: 'driver list Garden', asks: 'driver.list', input: { circle: 'Garden' }, ...list(driver) },
  { line: 'driver show d1', asks: 'driver.show', input: { driver: 'd1' }, answer: driverPage },
  {
    line: 'driver reword d1 --effect ice',
    asks: 'driver.reword',
    input: { driver: 'd1', effect: 'ice' },
    answer: { driver: 'd1', version: 'v2' },
  },
  {
    line: 'find barrel',
    asks: 'find.list',
    input: { text: 'barrel' },
    answer: [
      { kind: 'circle', id: 'c1', circle: 'c1', circleName: 'Garden', practice: false, title: 'Barrels' },
      {
        kind: 'driver',
        id: 'd1',
        circle: 'c1',
        circleName: 'Garden',
        practice: false,
        title: 'No barrel',
        titleBy: 'x',
      },
    ],
  },
  {
    line: 'driver propose d1 --review 2030-01-01 --title Host --founder ben',
    asks: 'driver.propose',
    input: { driver: 'd1', review: '2030-01-01', title: 'Host', founder: 'ben' },
    answer: { proposal: 'p1', version: 'v1' },
  },
  {
    line: 'driver accept d1',
    asks: 'driver.accept',
    input: { driver: 'd1' },
    answer: { driver: 'd1', state: 'accepted' },
  },
  {
    line: 'driver pass-on d1 --to landlord',
    asks: 'driver.passOn',
    input: { driver: 'd1', to: 'landlord' },
    answer: { driver: 'd1', state: 'passed-on' },
  },
  {
    line: 'driver discard d1 --reason done',
    asks: 'driver.discard',
    input: { driver: 'd1', reason: 'done' },
    answer: { driver: 'd1', state: 'discarded' },
  },
  {
    line: 'driver send-back d1 --reason but',
    asks: 'driver.sendBack',
    input: { driver: 'd1', reason: 'but' },
    answer: { driver: 'd1', state: 'noticed' },
  },
]
