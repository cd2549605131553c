import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RefusalCode } from '../../src/domain/refusal.ts'
import { contentsOf, inFolder, keptOpen, type Ran, type Run } from './real-world.ts'

/** Ana alone in a Garden with one agreement, Sundays, and one proposal, Fence, that was objected to. */
let dir = ''
let run: Run
let close = async () => {}
const told: Record<string, string> = {}
const LONG = 'x'.repeat(1024 * 1024)

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'nst-'))
  const folder = join(dir, 'ana')
  await inFolder(folder)('profile', 'create', '--name', 'Ana')
  const open = await keptOpen(folder)
  run = (...argv) => open.run('--json', ...argv)
  close = open.backend.close
  await files()
  told['CIRCLE'] = field(await run('circle', 'create', '--name', 'Garden', '--aim', 'grow'), 'circle')
  const terms = ['--text', told['TEXT'] ?? '', '--review', '2100-01-01']
  for (const title of ['Sundays', 'Fence']) await run('proposal', 'present', 'Garden', '--title', title, ...terms)
  await run('round', 'open', 'Sundays')
  await run('consent', 'Sundays')
  told['AGREEMENT'] = field(await run('round', 'close', 'Sundays'), 'agreement')
  told['QUESTION'] = field(await run('proposal', 'ask', 'Fence', '--text', 'how?'), 'question')
  await run('round', 'open', 'Fence')
  told['OBJECTION'] = field(await run('object', 'Fence', '--reason', 'too high'), 'objection')
  told['INVITE'] = field(await run('invite', 'create', 'Garden'), 'invite')
  await run('certificate', 'export', 'Sundays', '--out', told['CERT'] ?? '')
  await run('bundle', 'export', 'Garden', '--out', told['BUNDLE'] ?? '')
  await damagedFiles()
})
afterAll(async () => {
  await close()
  await rm(dir, { recursive: true, force: true })
})

const field = ({ json }: Ran, name: string) => (json as Record<string, string>)[name] ?? ''
async function file(name: string, content: string | Uint8Array): Promise<void> {
  const path = join(dir, name)
  await writeFile(path, content)
  told[name] = path
}

async function files(): Promise<void> {
  await file('TEXT', 'We do it.\n')
  await file('BLANK', ' \n\t\n')
  await file('LONG', LONG)
  await file('BYTES', Uint8Array.from([0xff, 0xfe, 0x00, 0xc3]))
  for (const name of ['CERT', 'BUNDLE', 'NOWHERE']) told[name] = join(dir, name)
  told['BELOW'] = join(dir, 'TEXT', 'below')
  told['FOLDER'] = dir
  told['HEX'] = '0'.repeat(64)
}

async function damagedFiles(): Promise<void> {
  const certificate = await readFile(told['CERT'] ?? '')
  const bundle = await readFile(told['BUNDLE'] ?? '')
  await file('CERT-HALF', certificate.subarray(0, certificate.length / 2))
  await file('CERT-OTHER', certificate.toString('latin1').replace('We do it.', 'We do not'))
  await file('BUNDLE-HALF', bundle.subarray(0, bundle.length / 2))
  await file('BUNDLE-HUGE', Buffer.concat([bundle.subarray(0, 8), Buffer.alloc(64, 0xff), bundle.subarray(72)]))
  await file(
    'BUNDLE-CHANGED',
    bundle.map((byte, at) => (at === bundle.length - 40 ? byte ^ 1 : byte)),
  )
}

/** A line in which a capital word is one of the things above; `LONG-TEXT` is a megabyte and `''` nothing. */
type Row = readonly [line: string, code: number, refused?: RefusalCode | RefusalCode[]]

const WRONG_IDS: Row[] = [
  ...[
    'circle show',
    'invite create',
    'invite list',
    'proposal list',
    'agreement list',
    'backlog list',
    'log',
    'status',
    'member leave-of-absence',
  ].flatMap((command): Row[] => [
    [`${command} nowhere`, 3, 'no-such-circle'],
    [`${command} HEX`, 3, 'no-such-circle'],
    [`${command} ''`, 2],
    [`${command} LONG-TEXT`, 3, 'no-such-circle'],
  ]),
  ...[
    'proposal show',
    'proposal understood',
    'round open',
    'round close',
    'consent',
    'proposal ask --text why?',
    'proposal react --pass',
    'proposal amend --text TEXT',
    'proposal end --as withdrawn --reason r',
    'object --reason r',
    'concern add --text t',
  ].flatMap((command): Row[] => [
    [`${command} nothing`, 3, 'no-such-proposal'],
    [`${command} HEX`, 3, 'no-such-proposal'],
    [`${command} ''`, 2],
  ]),
  ...['agreement show', 'agreement object --reason r', 'certificate export --out NOWHERE'].flatMap((command): Row[] => [
    [`${command} nothing`, 3, 'no-such-agreement'],
    [`${command} Fence`, 3, 'no-such-agreement'],
  ]),
  ['proposal answer --text a nothing', 3, 'no-such-question'],
  ['proposal answer --text a OBJECTION', 3, 'no-such-question'],
  ...['understood', 'withdraw', 'reframe'].map((way): Row => [`objection ${way} QUESTION`, 3, 'no-such-objection']),
  ['proposal amend Fence --text TEXT --from nothing', 3, 'no-such-version'],
  ['proposal amend Fence --text TEXT --integrates nothing', 3, 'no-such-objection'],
  ['proposal present Garden --title T --text TEXT --review 2100-01-01 --owner nobody', 3, 'no-such-person'],
  ['round open Fence --of nothing', 3, 'no-such-version'],
  ['consent Fence --of nothing', 3, 'no-such-version'],
  ['invite revoke Garden nothing', 3, 'no-such-invite'],
  ['invite confirm Garden nothing', 3, 'no-such-request'],
  ['join --cancel nothing', 3, 'no-such-request'],
]

const TEXTS: Row[] = [
  ['profile create --name Again', 3, 'profile-exists'],
  ...[
    'circle create --aim a --name',
    'circle create --name n --aim',
    'circle create --name n --aim a --domain',
    'proposal ask Fence --text',
    'proposal answer QUESTION --text',
    'proposal react Fence --text',
    'proposal end Fence --as tabled --reason',
    'object Fence --reason',
    'concern add Fence --text',
    'agreement object Sundays --reason',
    'proposal present Garden --text TEXT --review 2100-01-01 --title',
    'proposal present Garden --title T --text TEXT --review 2100-01-01 --driver',
    'proposal present Garden --title T --text TEXT --review 2100-01-01 --criteria',
    'proposal amend Fence --text TEXT --title',
  ].flatMap((command): Row[] => [
    [`${command} ''`, 3, 'empty-text'],
    [`${command} LONG-TEXT`, 3, 'too-big'],
  ]),
  ...['proposal present Garden --title T --review 2100-01-01 --text', 'proposal amend Fence --text'].flatMap(
    (command): Row[] => [
      [`${command} BLANK`, 3, 'empty-text'],
      [`${command} LONG`, 3, 'too-big'],
      [`${command} BYTES`, 3, 'malformed'],
      [`${command} NOWHERE`, 3, 'no-such-file'],
      [`${command} BELOW`, 3, 'no-such-file'],
      [`${command} FOLDER`, 3, 'no-such-file'],
    ],
  ),
]

const DAYS: Row[] = [
  ['proposal present Garden --title T --text TEXT --review 2001-01-01', 3, 'date-in-the-past'],
  ['proposal present Garden --title T --text TEXT --review 2100-02-30', 3, 'not-a-date'],
  ['proposal amend Fence --text TEXT --review 2001-01-01', 3, 'date-in-the-past'],
  ['proposal amend Fence --with until=2100-01-01', 3, 'another-matter'],
  ['proposal amend Fence --with until', 2],
  ['proposal end Fence --as tabled --until 2001-01-01 --reason r', 3, 'date-in-the-past'],
  ['proposal present Garden --title T --text TEXT --review soon', 2],
]

const PLACES: Row[] = [
  ['connect nowhere', 3, 'not-an-address'],
  ['connect 127.0.0.1:9', 3, 'not-an-address'],
  ['connect HEX@127.0.0.1:0', 3, 'not-an-address'],
  ['connect LONG-TEXT', 3, 'not-an-address'],
  ['join nothing', 3, 'not-an-invite'],
  ['join LONG-TEXT', 3, 'not-an-invite'],
  ['join INVITE', 3, ['already-a-member']],
]

const FILES: Row[] = [
  ...['NOWHERE', 'BELOW', 'FOLDER'].flatMap((name): Row[] => [
    [`bundle import ${name}`, 3, ['no-such-file', 'not-ours']],
    [`certificate verify ${name}`, 3, 'no-such-file'],
  ]),
  ...['TEXT', 'BYTES', 'LONG', 'CERT', 'BLANK'].map((name): Row => [`bundle import ${name}`, 3, 'not-ours']),
  ['bundle import BUNDLE-HALF', 3, 'bundle-damaged'],
  ['bundle import BUNDLE-HUGE', 3, ['bundle-damaged', 'newer-version', 'not-your-circle']],
  ['bundle import BUNDLE-CHANGED', 3, 'bundle-damaged'],
  ['bundle export Garden --out BELOW', 3, 'cannot-write-file'],
  ['bundle export Garden --out g.nst --since TEXT', 3, 'not-ours'],
  ['bundle export Garden --out g.nst --since BUNDLE-HALF', 3, 'bundle-damaged'],
  ['certificate export Sundays --out BELOW', 3, 'cannot-write-file'],
  ['certificate export Sundays --out FOLDER', 3, 'cannot-write-file'],
]

describe.each([
  ['an id that is not one', WRONG_IDS],
  ['nothing, or a megabyte', TEXTS],
  ['a day that is over, or none', DAYS],
  ['an address or an invitation', PLACES],
  ['a file', FILES],
])('%s', (_what, rows) => {
  const cases = rows.map(([line, code, refused]) => ({ line, code, refused }))
  test.each(cases)('nst $line: exit $code $refused', async ({ line, code, refused }) => {
    const before = await state()
    const ran = await run(...line.split(' ').map(meant))
    expect(ran.err).toMatch(/^.{10,600}\n$/s)
    expect(ran.err).not.toMatch(/\n\s+at |Error:|undefined|\[object/)
    expect(ran.code).toBe(code)
    expect(refused === undefined ? [undefined] : [refused].flat()).toContain(ran.refused)
    expect(await state()).toEqual(before)
  })

  const meant = (word: string) => {
    if (word === "''") return ''
    const [name = '', rest] = word.split('@')
    if (rest !== undefined) return `${told[name] ?? name}@${rest}`
    return word === 'LONG-TEXT' ? LONG : (told[word] ?? word)
  }
})

const state = async () => {
  const { stateHash, at } = (await run('circle', 'show', 'Garden')).json as { stateHash: string; at: string }
  return { stateHash, at, circles: ((await run('circle', 'list')).json as unknown[]).length }
}

describe('a certificate', () => {
  test.each(['TEXT', 'BYTES', 'LONG', 'BUNDLE', 'CERT-HALF', 'CERT-OTHER'])('%s: not valid, exit 3', async (name) => {
    const ran = await run('certificate', 'verify', told[name] ?? '')
    expect(ran).toMatchObject({ code: 3, json: { valid: false, why: expect.any(String) as string } })
  })

  test('larger than any certificate: not valid, and never taken in whole', async () => {
    await file('ENORMOUS', Buffer.alloc(17 * 1024 * 1024, 0x20))
    const ran = await run('certificate', 'verify', told['ENORMOUS'] ?? '')
    expect(ran).toMatchObject({ code: 3, json: { valid: false, why: 'not-a-certificate' } })
  })

  test('of another circle', async () => {
    const ran = await run('certificate', 'verify', told['CERT'] ?? '', '--circle', told['HEX'] ?? '')
    expect(ran).toMatchObject({ code: 3, json: { valid: false, why: 'other-circle' } })
    expect(await run('certificate', 'verify', told['CERT'] ?? '', '--circle', told['CIRCLE'] ?? '')).toMatchObject({
      code: 0,
      json: { valid: true },
    })
  })

  test('needs no profile, no folder, and leaves none', async () => {
    const nobody = join(dir, 'nobody')
    expect(await inFolder(nobody)('--json', 'certificate', 'verify', told['CERT'] ?? '')).toMatchObject({ code: 0 })
    await expect(contentsOf(nobody)).rejects.toThrow('ENOENT')
  })
})

describe('a folder in which nobody has begun', () => {
  test('is left as it was by whatever is asked there', async () => {
    const empty = await mkdtemp(join(dir, 'empty-'))
    for (const line of ['circle list', 'profile show', 'join --list', 'status', 'connect x', 'bundle import x']) {
      expect(await inFolder(empty)('--json', ...line.split(' '))).toMatchObject({ code: 3, refused: 'no-profile' })
    }
    expect(await contentsOf(empty)).toEqual({})
  })
})

test('who has not consented is named, and nobody else', async () => {
  const ran = await run('round', 'close', 'Fence')
  expect(ran).toMatchObject({ code: 3 })
  // Ana's own question holds it up; when that is settled, her objection does.
  expect(ran.err).toContain('how?')
  await run('proposal', 'understood', 'Fence')
  expect((await run('round', 'close', 'Fence')).err).toMatch(/Ana\.\n$/)
})
