import type { Row } from './rows.ts'

/** People who came without a device, and the circle's own name and aim. */
export const BESIDE_ROWS: readonly Row[] = [
  {
    line: 'proposal present Garden --title T --text words.txt --review 2030-01-31 --name Mill --aim Play',
    asks: 'proposal.present',
    input: {
      circle: 'Garden',
      title: 'T',
      text: 'We open.\n',
      review: '2030-01-31',
      purpose: { name: 'Mill', aim: 'Play' },
    },
    answer: { proposal: 'p1', version: 'v1' },
  },
  {
    line: 'beside add Garden --name Ben',
    asks: 'beside.add',
    input: { circle: 'Garden', name: 'Ben' },
    answer: { beside: 'b1', person: 'x' },
    prints: { beside: 'b1', person: 'x', name: 'Ben' },
  },
  {
    line: 'beside list',
    asks: 'beside.list',
    input: {},
    answer: { owner: 'Ana', people: [{ beside: 'b1', name: 'Ben', circle: 'c1', person: null }] },
  },
]
