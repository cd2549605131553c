import { describe, expect, it } from 'vitest'
import { plain } from '../../../src/node/imports/html-text.ts'
import { driverOf } from '../../../src/node/imports/to-driver.ts'
import { GLASSFROG, holaspirit, LOOMIO, lines, read } from './files.ts'

const titles = (file: string | Uint8Array) => read(file).things.map(({ kind, title }) => `${kind}: ${title}`)

describe('a Loomio export', () => {
  const reading = read(LOOMIO)

  it('gives what was decided, proposed and talked about, and whom to invite', () => {
    expect(reading).toMatchObject({ source: 'loomio', name: 'Repair café', people: ['Ana', 'Ben'] })
    expect(titles(LOOMIO)).toEqual([
      'circle: Bicycles',
      'decided: Open on Sundays',
      'proposed: Buy a kettle',
      'talked: Opening hours',
    ])
    expect(reading.leftOut).toEqual({ attachments: 1, 'undecided-polls': 1, private: 1, deleted: 1 })
  })

  it('tells a vote by its icon, and keeps what was said against it as a concern, of nobody where nobody was named', () => {
    const [, sundays, kettle, talk] = reading.things
    expect(sundays?.at).toBe(Date.parse('2025-02-12T10:00:00.000Z'))
    expect(sundays?.parts).toEqual([
      { label: 'outcome', text: 'We try it until summer.' },
      { label: 'proposal', text: 'We open every **Sunday**.' },
      { label: 'votes', text: ['Consent: 1', 'disagree: 1'] },
      { label: 'concerns', text: ['Ben: Who has the key?'] },
    ])
    expect(kettle?.parts.slice(1)).toEqual([
      { label: 'votes', text: ['Non: 1'] },
      { label: 'concerns', text: ['Too loud'] },
    ])
    expect(talk?.parts).toEqual([
      { label: 'description', text: 'When do we  open?' },
      { label: 'comments', text: ['Ana: I can open.', 'Ben: Me too.'] },
    ])
  })

  it('brings no address, token or link of anybody', () => {
    const all = JSON.stringify(reading)
    for (const secret of ['SECRET', '@example.org', '10.0.0.7', 'evil.example', '<', 'Gone', 'Among few']) {
      expect(all).not.toContain(secret)
    }
  })

  it('is read in its older form too, where a discussion and a poll name their group', () => {
    const old = lines(
      ['groups', { id: 1, name: 'Old', parent_id: null }],
      ['discussions', { id: 3, title: 'Talk', group_id: 1, description: 'a' }],
      ['polls', { id: 5, title: 'Plan', details: 'b', poll_type: 'proposal', discussion_id: 3, group_id: 1 }],
      ['comments', { id: 7, body: 'c', discussion_id: 3, user_id: 99 }],
      ['events', { id: 9, kind: 'poll_created' }],
    )
    expect(titles(`\uFEFF${old}`)).toEqual(['proposed: Plan', 'talked: Talk'])
  })
})

describe('roles and circles', () => {
  it('come out of a table, with whatever marks and in whichever language its columns are', () => {
    const table =
      'Rol;Círculo;Propósito;Responsabilidades\r\n"Casa ""azul""";General;"Que nadie\r\npase frío";- abrir\n'
    expect(read(table).things).toEqual([
      {
        key: 'role 2',
        kind: 'role',
        title: 'Casa "azul"',
        at: null,
        parts: [
          { label: 'circle', text: 'General' },
          { label: 'aim', text: 'Que nadie\r\npase frío' },
          { label: 'accountabilities', text: ['abrir'] },
        ],
      },
    ])
    expect(titles('name,type,aim\nHost,role,Welcome\nWorkshop,circle,Mending\n,,\n')).toEqual([
      'role: Host',
      'circle: Workshop',
    ])
    expect(titles('الدور\tالهدف\nالمضيف\tالترحيب')).toEqual(['role: المضيف'])
  })

  it('come back out of our own table without the mark that keeps a formula text', () => {
    const ours = '\uFEFFrole,name,aim,held by\r\nabc,\'=SUM(A1),"a, b","Ana\nBen"\r\n'
    expect(read(ours).things).toMatchObject([
      { title: '=SUM(A1)', parts: [{ text: 'a, b' }, { label: 'heldBy', text: ['Ana', 'Ben'] }] },
    ])
  })

  it('come out of what GlassFrog answers: a circle has the purpose of its role in the circle around it', () => {
    const reading = read(JSON.stringify(GLASSFROG, null, 2))
    expect(reading).toMatchObject({ source: 'glassfrog', people: ['Ana'] })
    expect(titles(JSON.stringify(GLASSFROG))).toEqual([
      'circle: General',
      'circle: Workshop',
      'role: Treasurer',
      'policy: Quiet hours',
    ])
    expect(reading.things[2]?.parts).toEqual([
      { label: 'circle', text: 'General' },
      { label: 'aim', text: 'Money well kept' },
      { label: 'domain', text: ['The till'] },
      { label: 'accountabilities', text: ['Counting money', 'Paying bills'] },
      { label: 'heldBy', text: ['Ana'] },
    ])
    expect(reading.things[1]?.parts).toContainEqual({ label: 'aim', text: 'Things mended' })
    expect(JSON.stringify(reading)).not.toContain('@')
  })

  it('come out of Holaspirit’s workbook, with who held them', () => {
    const reading = read(holaspirit(), 1000)
    expect(reading).toMatchObject({ source: 'holaspirit', name: 'Repair café', people: ['Ana Bakri'] })
    expect(reading.things.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'role: Host',
      'circle: Workshop',
      'policy: Quiet hours',
    ])
    expect(reading.things[0]?.parts).toEqual([
      { label: 'circle', text: 'Repair café' },
      { label: 'aim', text: 'Guests feel welcome' },
      { label: 'accountabilities', text: ['Opening the door', 'Making tea'] },
      { label: 'heldBy', text: ['Ana Bakri'] },
    ])
    expect(reading.things[2]?.parts).toContainEqual({ label: 'description', text: 'After ten & before eight.' })
    expect(JSON.stringify(reading)).not.toMatch(/@|noise/u)
  })
})

describe('what a circle notices of it', () => {
  it.each(['en', 'es', 'fr', 'ar'] as const)('says in %s that nobody here has consented to it', (language) => {
    const reading = read(LOOMIO)
    const content = driverOf(reading, reading.things[1]!, language)
    expect(content.statement).toContain('Open on Sundays')
    expect(content.statement).toContain('Loomio')
    expect(content.situation).toContain('2025-02-12')
    expect(content.need).toMatch(/consented|consentimiento|consenti|يوافق/u)
  })

  it('is no longer than an event may be, in whole characters', () => {
    const long = lines(['groups', { id: 1, name: 'G' }], ...Array.from({ length: 40 }, (_, at) => talk(at)))
    const [thing] = read(long, 5000).things
    const content = driverOf(read(long, 5000), thing!, 'ar')
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(64 * 1024)
    expect(content.situation).not.toContain('\ufffd')
    expect(content.situation).toContain('تُرك الباقي')
  })
})

const talk = (at: number) =>
  at === 0
    ? (['discussions', { id: 1, title: 'Long', group_id: 1, description: 'نطبخ معًا '.repeat(5000) }] as const)
    : (['comments', { id: at, body: 'ض'.repeat(9000), discussion_id: 1 }] as const)

describe('what is prepared of it to be presented', () => {
  const prepared = (file: string | Uint8Array) => {
    const reading = read(file, 1000)
    return reading.things.map((thing) => driverOf(reading, thing, 'en').prepared)
  }

  it('are roles, sub-circles and agreements; of what was only talked about, nothing', () => {
    expect(prepared(JSON.stringify(GLASSFROG))).toEqual([
      { as: 'sub-circle', name: 'General', aim: null, domain: null },
      { as: 'sub-circle', name: 'Workshop', aim: 'Things mended', domain: null },
      {
        as: 'role',
        standard: null,
        name: 'Treasurer',
        aim: 'Money well kept',
        domain: 'The till',
        accountabilities: ['Counting money', 'Paying bills'],
        qualities: [],
        months: null,
      },
      { as: 'agreement', title: 'Quiet hours', text: 'After ten.' },
    ])
    expect(prepared(LOOMIO).slice(1)).toEqual([
      { as: 'agreement', title: 'Open on Sundays', text: 'We try it until summer.\n\nWe open every **Sunday**.' },
      { as: 'agreement', title: 'Buy a kettle', text: 'For tea.' },
      undefined,
    ])
  })

  it('knows the four seats of every circle by the names that others have for them', () => {
    const seats = ['Lead Link', 'rep link', 'Secretaría', 'الميسّر', 'Circle Rep', 'Host']
    const found = prepared(`name,aim,months\n${seats.map((name) => `${name},x,7`).join('\n')}`)
    expect(found.map((one) => one?.as === 'role' && [one.standard, one.months])).toEqual([
      ['leader', 7],
      ['delegate', 7],
      ['secretary', 7],
      ['facilitator', 7],
      ['delegate', 7],
      [null, 7],
    ])
  })
})

describe('HTML of other programs', () => {
  it('becomes plain text, however broken', () => {
    const html = (text: string) => plain(text, 'html')
    expect(html('<ul><li>a</li><li>b &amp; c</li></ul><p>d<br>e</p>')).toBe(
      '- a\n\n- b & c\n\nd\ne'.replace('\n\n- b', '\n- b'),
    )
    expect(html('<style>x{}</style>a<!-- b --><img src=x onerror=alert(1)>&#x202e;&#0;&lt;script&gt;')).toBe(
      'a\u202e <script>',
    )
    expect(html('<script>never ends')).toBe('')
    expect(html('1 < 2 and <a href="http://evil.example">there</a>')).toBe('1 < 2 and there')
  })
})
