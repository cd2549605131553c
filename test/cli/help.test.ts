import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import { wordsFor } from '../../src/cli/words.ts'
import { REFUSAL_CODES, type RefusalCode } from '../../src/domain/refusal.ts'
import { fakeWorld } from './fake-world.ts'

const program = createProgram(
  { dataFolder: '/d', version: '1', stdout: process.stdout, stderr: process.stderr } as never,
  { code: 0 },
)
const paths = (command: Command): string[] =>
  command.commands.flatMap((one) => [one.name(), ...paths(one).map((path) => `${one.name()} ${path}`)])
const JARGON = /\b(peers?|append|fold|autobase|hypercore|swarm|epoch|genesis|hash|events?)\b/i

test.each(['', ...paths(program)])('nst %s --help', async (path) => {
  const { run } = fakeWorld()
  const ran = await run(...path.split(' ').filter(Boolean), '--help')
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.out).toContain('Usage: nst')
  expect(ran.out).not.toMatch(JARGON)
  expect(ran.out.split('\n').filter((line) => /^\s+--?\S+(, --\S+)?( <.*>)?$/.test(line))).toEqual([])
})

test('nst help proposal says the same as nst proposal --help', async () => {
  const { run } = fakeWorld()
  expect((await run('help', 'proposal')).out).toBe((await run('proposal', '--help')).out)
})

test.each(REFUSAL_CODES)('%s has words: short, whole sentences, with and without details', (code) => {
  const bare = wordsFor({ code })
  const people = wordsFor({
    code,
    about: { people: ['Ana'], name: 'N', title: 'T', file: 'f', why: 'w', limit: 5, what: 'text' },
  })
  for (const words of [bare, people]) {
    expect(words).toMatch(/^\S.{8,}\S$/s)
    expect(words).not.toMatch(/undefined|\s{2}|\s[.:]/)
    expect(words.length).toBeLessThan(200)
    expect(words).not.toMatch(JARGON)
  }
})

test('a code from a newer node is said as it is', () => {
  expect(wordsFor({ code: 'too-tired' as RefusalCode })).toBe('This is not possible (too-tired).')
})
