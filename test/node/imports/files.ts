import { deflateRawSync } from 'node:zlib'
import { ImportFault } from '../../../src/node/imports/import-fault.ts'
import { Intake } from '../../../src/node/imports/intake.ts'
import { TODAY } from '../../helpers/people.ts'
import type { Reading } from '../../../src/node/imports/thing.ts'

/** A file in parts, as a client hands it over. */
export function read(file: string | Uint8Array, part = 7): Reading {
  const bytes = Buffer.from(file)
  const intake = new Intake(TODAY)
  for (let at = 0; at < bytes.length; at += part) intake.add(bytes.subarray(at, at + part))
  return intake.end()
}

/** What is said of a file that cannot be read. */
export function faultOf(file: string | Uint8Array, part?: number): string {
  try {
    read(file, part)
  } catch (error) {
    if (!(error instanceof ImportFault)) throw error
    const { code, about = {} } = error.refusal
    return [code, ...Object.values(about)].join(' ')
  }
  return 'nothing'
}

/** The lines of an export, from [table, record]. */
export const lines = (...rows: readonly (readonly [table: string, record: object])[]): string =>
  rows.map(([table, record]) => `${JSON.stringify({ table, record })}\n`).join('')

/** A small group as Loomio writes it in 2026: rows before the rows that they point to, and much that must not come in. */
export const LOOMIO = lines(
  [
    'groups',
    {
      id: 1,
      name: 'Repair café',
      description: '<p>We <b>mend</b></p>',
      description_format: 'html',
      parent_id: null,
      token: 'SECRET',
    },
  ],
  ['users', { id: 11, name: 'Ana', email: 'ana@example.org', current_sign_in_ip: '10.0.0.7', secret_token: 'SECRET' }],
  ['users', { id: 12, name: 'Ben', email: 'ben@example.org', bot: false }],
  ['users', { id: 13, name: 'كليو', email: null }],
  ['users', { id: 14, name: 'Gone', email: null }],
  [
    'memberships',
    { id: 21, group_id: 1, user_id: 11, accepted_at: '2025-01-01T00:00:00.000Z', revoked_at: null, token: 'SECRET' },
  ],
  ['memberships', { id: 22, group_id: 1, user_id: 12, accepted_at: '2025-01-01T00:00:00.000Z', revoked_at: null }],
  ['memberships', { id: 23, group_id: 1, user_id: 13, accepted_at: null, revoked_at: null }],
  [
    'memberships',
    {
      id: 24,
      group_id: 1,
      user_id: 14,
      accepted_at: '2025-01-01T00:00:00.000Z',
      revoked_at: '2025-06-01T00:00:00.000Z',
    },
  ],
  [
    'discussions',
    {
      id: 31,
      title: 'Opening hours',
      description: 'When do we <script>alert(1)</script> open?',
      description_format: 'html',
      topic_id: 41,
      discarded_at: null,
      created_at: '2025-02-01T10:00:00.000Z',
    },
  ],
  ['discussions', { id: 32, title: 'Among few', description: 'x', topic_id: 42, discarded_at: null }],
  [
    'discussions',
    { id: 33, title: 'Deleted', description: 'x', topic_id: 43, discarded_at: '2025-03-01T00:00:00.000Z' },
  ],
  ['topics', { id: 41, group_id: 1, topicable_type: 'Discussion', topicable_id: 31 }],
  ['topics', { id: 42, group_id: null, topicable_type: 'Discussion', topicable_id: 32 }],
  ['topics', { id: 43, group_id: 1, topicable_type: 'Discussion', topicable_id: 33 }],
  [
    'polls',
    {
      id: 51,
      title: 'Open on Sundays',
      details: 'We open every **Sunday**.',
      details_format: 'md',
      poll_type: 'proposal',
      poll_template_key: 'consent',
      topic_id: 41,
      closed_at: '2025-02-10T10:00:00.000Z',
      anonymous: false,
    },
  ],
  ['polls', { id: 52, title: 'Which colour?', poll_type: 'poll', topic_id: 41, closed_at: null }],
  [
    'polls',
    {
      id: 53,
      title: 'Buy a kettle',
      details: 'For tea.',
      poll_type: 'proposal',
      topic_id: 41,
      closed_at: null,
      anonymous: true,
    },
  ],
  ['poll_options', { id: 61, poll_id: 51, name: 'Consent', icon: 'agree', priority: 0 }],
  ['poll_options', { id: 62, poll_id: 51, name: 'poll_proposal_options.objection', icon: 'disagree', priority: 1 }],
  ['poll_options', { id: 63, poll_id: 53, name: 'Non', icon: 'block', priority: 0 }],
  [
    'outcomes',
    {
      id: 71,
      poll_id: 51,
      statement: 'We try it until summer.',
      statement_format: 'md',
      latest: true,
      created_at: '2025-02-12T10:00:00.000Z',
    },
  ],
  [
    'outcomes',
    { id: 72, poll_id: 51, statement: 'An older word', latest: false, created_at: '2025-02-11T10:00:00.000Z' },
  ],
  [
    'stances',
    { id: 81, poll_id: 51, participant_id: 11, reason: 'Yes!', latest: true, cast_at: '2025-02-09T10:00:00.000Z' },
  ],
  [
    'stances',
    {
      id: 82,
      poll_id: 51,
      participant_id: 12,
      reason: '<p>Who has the key?</p>',
      reason_format: 'html',
      latest: true,
      cast_at: '2025-02-09T10:00:00.000Z',
    },
  ],
  ['stances', { id: 83, poll_id: 51, participant_id: 13, reason: null, latest: true, cast_at: null }],
  [
    'stances',
    {
      id: 84,
      poll_id: 53,
      participant_id: 12,
      reason: 'Too loud',
      latest: true,
      cast_at: '2025-02-09T10:00:00.000Z',
      option_scores: { 63: 1 },
    },
  ],
  ['stance_choices', { id: 91, stance_id: 81, poll_option_id: 61 }],
  ['stance_choices', { id: 92, stance_id: 82, poll_option_id: 62 }],
  [
    'comments',
    { id: 101, body: 'I can open.', body_format: 'md', user_id: 11, parent_type: 'Discussion', parent_id: 31 },
  ],
  ['comments', { id: 102, body: 'Me too.', user_id: 12, parent_type: 'Comment', parent_id: 101 }],
  ['groups', { id: 2, name: 'Bicycles', description: null, parent_id: 1 }],
  ['something_newer', { whatever: [1, 2, 3] }],
  ['attachments', { id: 5, host: 'x', url: 'http://evil.example/file' }],
)

export const GLASSFROG = {
  linked: {
    circles: [{ id: 1, name: 'General', short_name: 'G', strategy: null, links: {} }],
    people: [{ id: 7, name: 'Ana', email: 'ana@example.org', external_id: null }],
    domains: [{ id: 21, description: 'The till' }],
    accountabilities: [
      { id: 31, description: 'Counting money' },
      { id: 32, description: 'Paying bills' },
    ],
  },
  circles: [{ id: 2, name: 'Workshop', short_name: 'W', strategy: 'Slow before fast', links: {} }],
  roles: [
    {
      id: 11,
      name: 'Treasurer',
      purpose: 'Money well kept',
      links: { domains: [21], accountabilities: [31, 32], circle: 1, people: [7] },
    },
    {
      id: 12,
      name: 'Workshop',
      purpose: 'Things mended',
      links: { domains: [], accountabilities: [], circle: 1, supporting_circle: 2, people: [] },
    },
  ],
  policies: [{ id: 41, title: 'Quiet hours', body: 'After ten.', links: { circle: 1 } }],
}

type Cell = string | boolean | undefined
const ROLE_HEAD = ['Circle ID', 'Circle', 'Role ID', 'Role', 'IsCircle', 'Purpose', 'Domains', 'Accountabilities']

/** As Holaspirit's export is laid out; `change` swaps a sheet. */
export function holaspirit(change: Readonly<Record<string, readonly (readonly Cell[])[]>> = {}): Buffer {
  return workbook({
    Members: [
      ['Last name', 'First name', 'Email'],
      ['Bakri', 'Ana', 'ana@example.org'],
    ],
    Assignations: [
      ['Last name', 'First name', 'Email', 'Circle ID', 'Role ID'],
      ['Bakri', 'Ana', 'ana@example.org', 'c1', 'r2'],
    ],
    'Circles & Roles': [
      ROLE_HEAD,
      [undefined, undefined, 'c1', 'Repair café', true, 'Things live longer'],
      ['c1', 'Repair café', 'r2', 'Host', false, 'Guests feel welcome', undefined, '- Opening the door\n- Making tea'],
      ['c1', 'Repair café', 'c3', 'Workshop', true, 'Things mended'],
    ],
    Policies: [
      ['Circle ID', 'Circle', 'Domain', 'Policy', 'Description'],
      ['c1', 'Repair café', 'All', 'Quiet hours', 'After ten & before eight.'],
    ],
    ...change,
  })
}

function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Buffer {
  const names = Object.keys(sheets)
  const shared = [
    ...new Set(
      Object.values(sheets)
        .flat(2)
        .filter((cell) => typeof cell === 'string'),
    ),
  ]
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const cell = (value: Cell, column: number, row: number) => {
    const place = `r="${String.fromCharCode(65 + column)}${row + 1}"`
    if (value === undefined) return ''
    if (typeof value === 'boolean') return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`
    return `<c ${place} t="s"><v>${shared.indexOf(value)}</v></c>`
  }
  const sheet = (rows: readonly (readonly Cell[])[]) =>
    `<worksheet><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map((one, column) => cell(one, column, at)).join('')}</row>`).join('')}</sheetData></worksheet>`
  return zip({
    'xl/workbook.xml': `<workbook><sheets>${names.map((name, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si><r><t xml:space="preserve">${escape(text)}</t></r><rPh><t>noise</t></rPh></si>`).join('')}</sst>`,
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet(sheets[name] ?? [])])),
  })
}

/** `claims`: what the directory says that a file weighs unpacked. */
export function zip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(content))
    const title = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(head, title, packed)
    central.push(entry, title)
    at += head.length + title.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}
