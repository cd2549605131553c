import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder } from '../../src/cli/data-folder.ts'
import { fakeWorld } from './fake-world.ts'

const present = (file: string) => [
  '--json',
  'proposal',
  'present',
  'G',
  '--title',
  'T',
  '--review',
  '2030-01-31',
  '--text',
  file,
]
const answers = { 'proposal.present': { proposal: 'p1', version: 'v1' } }

test.each([
  ['missing.txt', 'no-such-file'],
  ['folder', 'no-such-file'],
  ['image.png', 'malformed'],
  ['long.txt', 'too-big'],
  ['/dev/zero', 'too-big'],
])('--text %s: %s', async (file, code) => {
  const { run, dir, asked } = fakeWorld(answers)
  mkdirSync(join(dir, 'folder'))
  writeFileSync(join(dir, 'image.png'), new Uint8Array([0x89, 0x50, 0xff]))
  writeFileSync(join(dir, 'long.txt'), 'x'.repeat(64 * 1024 + 1))
  const ran = await run(...present(file))
  expect(ran.code).toBe(3)
  expect(ran.json()).toMatchObject({ refusal: { code } })
  expect(asked).toEqual([])
})

test('--text reads 64 KiB whole, without the mark some editors put first; - reads what is typed', async () => {
  const typed = (async function* () {
    yield Buffer.from('Grü')
    yield Buffer.from('n')
  })()
  const { run, dir, asked } = fakeWorld(answers, { stdin: typed })
  writeFileSync(join(dir, 'whole.txt'), 'x'.repeat(64 * 1024))
  writeFileSync(join(dir, 'mark.txt'), '\uFEFFWe open.')
  for (const file of ['whole.txt', 'mark.txt', '-']) expect((await run(...present(file))).code).toBe(0)
  const texts = asked.map(([, input]) => (input as { text: string }).text)
  expect(texts).toEqual(['x'.repeat(64 * 1024), 'We open.', 'Grün'])
})

test('certificate export writes the file; where it cannot, it says so', async () => {
  const { run, dir } = fakeWorld({ 'certificate.export': { certificate: '{"a":1}' } })
  expect((await run('--json', 'certificate', 'export', 'g1', '--out', 'c.json')).json()).toEqual({
    file: join(dir, 'c.json'),
  })
  expect(readFileSync(join(dir, 'c.json'), 'utf8')).toBe('{"a":1}')
  const ran = await run('--json', 'certificate', 'export', 'g1', '--out', 'nowhere/c.json')
  expect(ran.json()).toMatchObject({ refusal: { code: 'cannot-write-file' } })
})

test('certificate verify: no node, no profile, every byte counts', async () => {
  const verifyCertificate = (text: string, circle?: string) =>
    text === 'good' && (circle === undefined || circle === 'c1')
      ? {
          valid: true as const,
          circle: 'c1',
          circleName: 'Garden',
          practice: false,
          agreement: 'g1',
          title: 'Sundays',
          text: 'We open.',
          review: '2030-01-31',
          version: 'v1',
          asked: [{ person: 'x', name: 'Ana' }],
          consents: [{ person: 'x', name: 'Ana', at: '2029-01-01' }],
          absent: [],
          gone: [],
          aside: [],
          asOf: '2029-01-02',
        }
      : { valid: false as const, why: 'changed' as const }
  const { run, dir, opened } = fakeWorld({}, { verifyCertificate })
  writeFileSync(join(dir, 'good'), 'good')
  writeFileSync(join(dir, 'marked'), '\uFEFFgood')
  writeFileSync(join(dir, 'bytes'), new Uint8Array([0xff]))
  expect(await run('certificate', 'verify', 'good')).toMatchObject({ code: 0 })
  expect(
    (await run('--json', '--data', '/none', 'certificate', 'verify', 'good', '--circle', 'c1')).json(),
  ).toMatchObject({ valid: true, circle: 'c1' })
  for (const bad of [['marked'], ['bytes'], ['good', '--circle', 'c2']]) {
    const ran = await run('--json', 'certificate', 'verify', ...bad)
    expect(ran.code).toBe(3)
    expect(ran.json()).toEqual({ valid: false, why: 'changed' })
  }
  expect((await run('--json', 'certificate', 'verify', 'missing')).json()).toMatchObject({
    refusal: { code: 'no-such-file' },
  })
  expect(opened.times).toBe(0)
})

test('bundles go by absolute path, so that the node finds them', async () => {
  const { run, dir, asked } = fakeWorld({
    'bundle.export': { file: '/f', events: 3, bytes: 9, whole: true },
    'bundle.import': { circle: 'c1', events: 0, apart: false },
  })
  expect((await run('--json', 'bundle', 'export', 'G', '--out', 'b')).json()).toEqual({
    file: '/f',
    events: 3,
    bytes: 9,
    whole: true,
  })
  expect((await run('--json', 'bundle', 'import', 'b')).json()).toEqual({ circle: 'c1', events: 0, apart: false })
  expect(asked).toEqual([
    ['bundle.export', { circle: 'G', file: join(dir, 'b') }],
    ['bundle.import', { file: join(dir, 'b') }],
  ])
})

test('the folder of each platform', () => {
  const on = (platform: string, env = {}) => dataFolder({ platform, home: '/h', env })
  expect(on('linux')).toBe('/h/.local/share/next-step-together')
  expect(on('linux', { XDG_DATA_HOME: '/x' })).toBe('/x/next-step-together')
  expect(on('darwin')).toBe('/h/Library/Application Support/Next Step Together')
  expect(on('win32', { APPDATA: '/a' })).toBe('/a/Next Step Together')
})

test('certificate verify says of a certificate from a practice circle that it binds nobody', async () => {
  const verdict = {
    valid: true,
    circle: 'c1',
    circleName: 'Garden',
    practice: true,
    agreement: 'g1',
    title: 'Sundays',
    text: 'We open.',
    review: '2030-01-31',
    version: 'v1',
    asked: [],
    consents: [],
    absent: [],
    gone: [],
    aside: [],
    asOf: '2029-01-02',
  } as const
  const { run, dir } = fakeWorld({}, { verifyCertificate: () => verdict })
  writeFileSync(join(dir, 'practised'), 'practised')
  expect((await run('certificate', 'verify', 'practised')).out).toContain('practice circle')
  expect((await run('--json', 'certificate', 'verify', 'practised')).json()).toMatchObject({ practice: true })
})

test('update check: no node, no profile; what is not good is exit 3, and says why', async () => {
  const update = { version: '2.0.0', platform: 'linux', arch: 'x64', file: 'nst.deb', size: 90_000_000 }
  const told = async (verdict: 'good' | 'damaged' | 'no-keys') =>
    fakeWorld({}, { checkUpdate: async () => ({ verdict, signers: 2, threshold: 2, update }) }).run(
      'update',
      'check',
      'f',
    )
  expect(await told('good')).toMatchObject({ code: 0 })
  expect((await told('good')).out).toContain('Version 2.0.0: nst.deb, for linux x64, 90 MB\nSigned by 2')
  const damaged = await told('damaged')
  expect(damaged.code).toBe(3)
  expect(damaged.out).toContain('Do not install it')
  expect((await told('no-keys')).out).toContain('it can check no update')
  expect((await fakeWorld().run('update', 'check', 'nowhere')).err).toContain('cannot be read')
})
