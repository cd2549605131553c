import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeWorld } from './fake-world.ts'
import { BACKLOG_ROWS } from './rows-backlog.ts'
import { BESIDE_ROWS } from './rows-beside.ts'
import { LINK_ROWS } from './rows-links.ts'
import { EXPORT_ROWS } from './rows-inout.ts'
import { MEETING_ROWS } from './rows-meetings.ts'
import { NETWORK_ROWS } from './rows-network.ts'
import { ROLE_ROWS } from './rows-roles.ts'
import { STANDING_ROWS } from './rows-standing.ts'
import { ROWS as FIRST_ROWS } from './rows.ts'

const ROWS = [
  ...FIRST_ROWS,
  ...BACKLOG_ROWS,
  ...BESIDE_ROWS,
  ...ROLE_ROWS,
  ...MEETING_ROWS,
  ...EXPORT_ROWS,
  ...STANDING_ROWS,
  ...LINK_ROWS,
  ...NETWORK_ROWS,
]

const world = ({ asks, answer }: (typeof ROWS)[number]) => {
  const made = fakeWorld({ [asks]: answer })
  writeFileSync(join(made.dir, 'words.txt'), 'We open.\n')
  return made
}

test.each(ROWS)('nst --json $line', async (row) => {
  const { run, asked, opened } = world(row)
  const ran = await run('--json', ...row.line.split(' '))
  expect(ran).toMatchObject({ code: 0 })
  // After a list of a circle the command line looks which circle it was, to note what it showed of it; and where somebody
  // says something, whether this person reads them.
  const [first, ...after] = asked
  expect(first).toEqual([row.asks, row.input])
  expect(after.filter(([procedure]) => procedure !== 'circle.show' && procedure !== 'member.notRead')).toEqual([])
  expect(ran.json()).toEqual(row.prints ?? row.answer)
  expect(ran.out.trimEnd()).not.toContain('\n')
  expect(opened).toEqual({ times: 1, open: 0 })
})

test.each(ROWS)('nst $line, for a person', async (row) => {
  const ran = await world(row).run(...row.line.split(' '))
  expect(ran.code).toBe(0)
  expect(ran.out).toMatch(/\S/)
  expect(ran.out).not.toMatch(/[{}]|undefined|\[object/)
})

test('what the person was looking at goes with a command', async () => {
  const { run, asked } = fakeWorld({ 'response.consent': { response: 'r1' } })
  expect((await run('--as-of', 's1', 'consent', 'p1')).code).toBe(0)
  expect(asked).toEqual([['response.consent', { proposal: 'p1', asOf: 's1' }]])
})

test('whom a selection proposes without a title is called as the window calls it: by the role and the name', async () => {
  // The whole page as the rows have it: what a node answers is held against the contract.
  const page = ROWS.find(({ asks }) => asks === 'selection.show')?.answer
  const made = fakeWorld({ 'selection.show': page, 'selection.propose': { proposal: 'p1' } })
  writeFileSync(join(made.dir, 'words.txt'), 'listens')
  for (const person of ['Ben', 'y']) {
    const args = ['selection', 'propose', 's1', '--person', person, '--text', 'words.txt']
    expect(await made.run(...args)).toMatchObject({ code: 0, err: '' })
    const words = { selection: 's1', person, title: 'Facilitator: Ben', text: 'listens' }
    expect(made.asked.at(-1)).toEqual(['selection.propose', words])
  }
})

test('what was agreed meanwhile is told on stderr and is no part of the JSON', async () => {
  const meanwhile = [{ kind: 'agreed', circle: 'c1', agreement: 'g1', title: 'Sundays' }]
  const { run } = fakeWorld({ 'response.consent': { response: 'r1', meanwhile } })
  const ran = await run('--json', 'consent', 'p1')
  expect(ran.json()).toEqual({ response: 'r1' })
  expect(ran.err).toContain('the circle has agreed on “Sundays”')
})

test("other people's words cannot move the cursor", async () => {
  const nasty = {
    circle: 'c1',
    name: 'G\u001b[2J\u009b\u202eden',
    aim: 'a',
    practice: false,
    members: 1,
    state: 'forming',
  }
  const { run } = fakeWorld({ 'circle.list': [nasty] })
  expect((await run('circle', 'list')).out).not.toMatch(/[\u001b\u009b\u202e]/)
  const json = await run('--json', 'circle', 'list')
  expect(json.out).not.toMatch(/[\u001b\u009b\u202e]/)
  expect(json.json()).toEqual([nasty])
})

test('the words of people whom this person does not read are folded away, unless asked for', async () => {
  const items = [{ driver: 'd1', statement: 'Cold kitchen', state: 'noticed', person: 'b', name: 'Ben', at: 0 }]
  const review = {
    review: 'r1',
    circle: 'c1',
    practice: false,
    role: 'secretary',
    name: null,
    state: 'speaking',
    about: 'a',
    person: 'a',
    reviewers: ['b'],
    awaiting: [],
    plans: [],
    agreement: null,
    next: null,
    me: 'a',
    names: { a: 'Ana', b: 'Ben' },
    asOf: 's1',
    said: [{ said: 'w1', person: 'b', as: 'improvement', text: 'Write faster', at: 0 }],
  }
  const { run } = fakeWorld({
    'review.show': review,
    'driver.list': { asOf: 's1', items },
    'member.notRead': { people: ['b'] },
  })
  const plain = await run('review', 'show', 'r1')
  expect(plain.out).not.toContain('Write faster')
  expect(plain.out).toContain('words of someone you do not read')
  expect((await run('--json', 'review', 'show', 'r1')).out).not.toContain('Write faster')
  for (const more of [['--with-blocked'], ['--json', '--with-blocked']])
    expect((await run(...more, 'review', 'show', 'r1')).out).toContain('Write faster')
  // It keeps its id, by which one can speak of it.
  expect((await run('driver', 'list', 'Garden')).out).not.toContain('Cold kitchen')
})
