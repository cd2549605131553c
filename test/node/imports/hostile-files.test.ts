import { describe, expect, it } from 'vitest'
import { Intake } from '../../../src/node/imports/intake.ts'
import { faultOf, GLASSFROG, holaspirit, LOOMIO, lines, zip } from './files.ts'

const group = lines(['groups', { id: 1, name: 'G' }])

describe('a file that is not as it should be says where, and nothing of it is taken', () => {
  it.each([
    ['nothing at all', '', 'import-unknown'],
    ['a letter', 'Dear all,\n\nhow are you?\n', 'import-damaged columns 1 none'],
    ['some JSON', '{"a": 1}', 'import-unknown'],
    ['another JSON list', '[1, 2]', 'import-unknown'],
    ['JSON cut off', '{"roles": [', 'import-damaged cut 1 1:12'],
    ['JSON with a slip in line 3', '{\n"roles": [],\n"x": nonsense }\n', 'import-damaged json 3 3:6'],
    [
      'a role without a name',
      '{"roles": [{"id": 1, "name": "a"}, {"id": 2}]}',
      'import-damaged record 1 roles 2: name',
    ],
    ['a line that is no JSON', `${group}{"table": \n${group}`, 'import-damaged json 2 2:10'],
    ['a line that is no record', `${group}{"table": 1}\n${group}`, 'import-damaged record 2 table'],
    [
      'a row without its id',
      `${group}{"table":"polls","record":{"id":"x"}}\n${group}`,
      'import-damaged record 2 polls: id',
    ],
    ['a last line cut off', `${group}{"table":"polls","rec`, 'import-damaged cut 2 2:22'],
    ['an export of no group', lines(['users', { id: 1, name: 'A' }]), 'import-unknown'],
    ['a table with too many cells', 'name,aim\nA,b\nB,c,d\n', 'import-damaged columns 3 C3'],
    ['a quote that never ends', 'name,aim\nA,b\nB,"c\n', 'import-damaged cut 3 B3'],
    ['words after a quote', 'name,aim\nA,"b"c\n', 'import-damaged columns 2 B2'],
  ])('%s', (_what, file, said) => {
    expect(faultOf(file)).toBe(said)
    expect(faultOf(file, 100_000)).toBe(said)
  })

  it.each([
    [
      'another encoding',
      Buffer.concat([Buffer.from(`${group}name`), Buffer.from([0xe9, 0x0a])]),
      'import-damaged encoding 2 none',
    ],
    ['a table in another encoding', Buffer.from('name,aim\nCaf\u00e9,x\n', 'latin1'), 'import-damaged encoding 2 none'],
    ['two bytes a letter', Buffer.from('\uFEFFname,aim\nA,b\n', 'utf16le'), 'import-damaged encoding 1 none'],
    ['a workbook cut off', holaspirit().subarray(0, -60), 'import-damaged cut 1 none'],
    ['a zip of something else', zip({ 'a.txt': 'hello' }), 'import-damaged zip 1 none'],
    ['a workbook without its roles', holaspirit({ 'Circles & Roles': [] }), 'import-unknown'],
  ])('%s', (_what, file, said) => {
    expect(faultOf(file, 1000)).toBe(said)
  })

  it('a zip that unpacks to far more than it weighs', () => {
    const bomb = zip({
      'xl/workbook.xml': '<sheet name="a" r:id="1"/>',
      'xl/_rels/workbook.xml.rels': '<Relationship Id="1" Target="worksheets/a.xml"/>',
      'xl/worksheets/a.xml': Buffer.alloc(40 * 1024 * 1024, 0x20),
    })
    expect(bomb.length).toBeLessThan(100_000)
    expect(faultOf(bomb, 10_000)).toBe('import-too-big 32')
    expect(
      faultOf(
        zip({
          '../../evil': 'x',
          'xl/workbook.xml': '<sheet name="a" r:id="1"/>',
          'xl/_rels/workbook.xml.rels': '<Relationship Id="1" Target="../../../etc/passwd"/>',
        }),
        1000,
      ),
    ).toBe('import-damaged sheet 1 a')
  })

  it('a file that goes on and on is let go long before it is whole', () => {
    const megabyte = Buffer.alloc(1024 * 1024, 0x78)
    const fed = (file: Intake) => {
      for (let count = 0; count < 600; count++) {
        try {
          file.add(megabyte)
        } catch {
          return count
        }
      }
      return Infinity
    }
    expect(fed(new Intake('2026-01-01'))).toBe(16)
    const begun = new Intake('2026-01-01')
    begun.add(Buffer.from(group))
    expect(fed(begun)).toBeLessThanOrEqual(4)
  })

  it('every part of an export that could be cut, is refused or read, and never breaks anything', () => {
    const bytes = Buffer.from(LOOMIO)
    for (let end = 0; end < bytes.length; end += 37)
      expect(faultOf(bytes.subarray(0, end), 4096)).toMatch(/^(?:nothing|import-)/u)
  })

  it('whatever is changed in a file, it is read or refused in words, and never breaks anything', () => {
    const table = '\uFEFFname,aim\r\n"a ""b""",c\r\n'
    const files = [LOOMIO, JSON.stringify(GLASSFROG), holaspirit(), table].map((file) => Buffer.from(file as string))
    let seed = 20_260_301
    const chance = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      return (seed >>> 8) % below
    }
    const MARKS = Buffer.from('"{}[],:;\n\r\\\0<>&9=')
    for (let count = 0; count < 1500; count++) {
      const file = Buffer.from(files[count % files.length] ?? '')
      for (let changes = 1 + chance(6); changes > 0; changes--) {
        const at = chance(file.length)
        if (chance(4) === 0) file.copyWithin(at, chance(file.length), chance(file.length))
        else file[at] = chance(2) === 0 ? chance(256) : (MARKS[chance(MARKS.length)] ?? 0)
      }
      expect(faultOf(file.subarray(0, file.length - chance(3) * chance(50)), 4096)).toMatch(/^(?:nothing|import-)/u)
    }
  })

  it('texts made to keep the program busy are read as quickly as others', () => {
    const nasty = [
      '<a'.repeat(12_000),
      ' '.repeat(24_000),
      '<!--'.repeat(6000),
      '<script'.repeat(3400),
      '&'.repeat(24_000),
    ]
    const file = lines(
      ['groups', { id: 1, name: 'G' }],
      ...nasty.map(
        (text, id) =>
          ['discussions', { id, title: 't', group_id: 1, description: text, description_format: 'html' }] as const,
      ),
    )
    const before = process.cpuUsage().user
    expect(faultOf(file, 50_000)).toBe('nothing')
    expect(process.cpuUsage().user - before).toBeLessThan(2_000_000)
  })
})
