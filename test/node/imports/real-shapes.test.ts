import { describe, expect, it } from 'vitest'
import { csvOf, jsonOf } from '../../../src/node/exports/csv.ts'
import { driverOf } from '../../../src/node/imports/to-driver.ts'
import { holaspirit, lines, read } from './files.ts'

describe('what these programs really write', () => {
  it('GlassFrog’s circles come with their roles beside them, core roles again in each circle, and texts as HTML', () => {
    const role = (id: number, name: string, circle: number) => {
      const links = { circle, supporting_circle: null, domains: [], accountabilities: [40], people: [] }
      return { id, name, is_core: true, elected_until: '2026-02-26', purpose: 'Lead &amp; serve', links }
    }
    const answer = {
      linked: {
        roles: [role(10, 'Lead Link', 1), role(11, 'Lead Link', 2)],
        accountabilities: [{ id: 40, description: 'Setting priorities' }],
      },
      circles: [
        { id: 1, name: 'General', short_name: 'GCC', strategy: '<i>Focus:</i>\r\n\r\n• less', links: { roles: [10] } },
        { id: 2, name: 'Workshop', short_name: 'W', strategy: null, links: { roles: [11] } },
      ],
    }
    const reading = read(JSON.stringify(answer), 1000)
    expect(reading.things.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'circle: General',
      'circle: Workshop',
      'role: Lead Link',
      'role: Lead Link',
    ])
    expect(reading.things[0]?.parts).toEqual([{ label: 'description', text: 'Focus:\n\n• less' }])
    expect(reading.things[2]?.parts).toContainEqual({ label: 'aim', text: 'Lead & serve' })
    const statements = reading.things.map((thing) => driverOf(reading, thing, 'en').statement)
    expect(new Set(statements).size).toBe(4)
    expect(statements[3]).toContain('Lead Link (Workshop)')
  })

  it('Holaspirit’s cells are HTML; templates, whose time is over and who is suspended stay out', () => {
    const cafe = ['c1', 'Repair café'] as const
    const host = '<p>Guests feel &amp; are welcome</p>'
    const reading = read(
      holaspirit({
        'Circles & Roles': [
          ['Circle ID', 'Circle', 'Role ID', 'Role', 'Template', 'IsCircle', 'Purpose', 'Domains', 'Accountabilities'],
          [undefined, undefined, 'c1', 'Repair café', false, true, '<p>Things live longer</p>'],
          [...cafe, 'r2', 'Host', false, false, host, undefined, '<ul><li>Doors</li><li>Tea</li></ul>'],
          [...cafe, 'r3', 'A pattern', true, false],
        ],
        Assignations: [
          ['Last name', 'First name', 'Email', 'Circle ID', 'Circle', 'Role ID', 'Role', 'Since', 'Until'],
          ['Bakri', 'Ana', 'a@example.org', ...cafe, 'r2', 'Host', '2024-01-01', '2025-01-01'],
          ['Cruz', 'Ben', 'b@example.org', ...cafe, 'r2', 'Host', '45000', '73000.5'],
          ['Diop', 'Cleo', 'c@example.org', ...cafe],
        ],
        Members: [
          ['Last name', 'First name', 'Email', 'Suspended'],
          ['Cruz', 'Ben', 'b@example.org', false],
          ['Gone', 'Gil', 'g@example.org', true],
        ],
        Tasks: [
          ['Board ID', 'Title', 'Status'],
          ['b', 'Sweep', 'current'],
        ],
      }),
      1000,
    )
    expect(reading.people).toEqual(['Ben Cruz'])
    expect(reading.things.map(({ title }) => title)).toEqual(['Host', 'Quiet hours'])
    expect(reading.things[0]?.parts).toEqual([
      { label: 'circle', text: 'Repair café' },
      { label: 'aim', text: 'Guests feel & are welcome' },
      { label: 'accountabilities', text: ['Doors', 'Tea'] },
      { label: 'heldBy', text: ['Ben Cruz'] },
    ])
  })

  it('what stands in Holaspirit’s sheet of policies is a policy, also where it has a title, and never a circle', () => {
    const things = (...rows: (string | undefined)[][]) =>
      read(holaspirit({ Policies: rows })).things.map(({ kind, title }) => `${kind}: ${title}`)
    const head = ['Circle ID', 'Circle', 'Title', 'Description']
    expect(things(head, ['c1', 'Repair café', 'No shoes', 'x']).slice(-1)).toEqual(['policy: No shoes'])
    expect(things(head, ['c1', 'Repair café', undefined, 'x']).filter((one) => one.startsWith('policy'))).toEqual([])
    expect(things(head, ['c1', 'Repair café', undefined, 'x'])).not.toContain('circle: Repair café')
  })

  it('Loomio’s first exports have no icons: then the name is the vote', () => {
    const old = lines(
      ['groups', { id: 1, name: 'Old', parent_id: null }],
      ['polls', { id: 5, title: 'Plan', details: 'b', poll_type: 'proposal', group_id: 1 }],
      ['poll_options', { id: 6, poll_id: 5, name: 'disagree', priority: 1 }],
      ['stances', { id: 7, poll_id: 5, participant_id: 9, reason: 'Too far', latest: true, cast_at: '2020-01-01' }],
      ['stance_choices', { id: 8, stance_id: 7, poll_option_id: 6 }],
    )
    expect(read(old).things[0]?.parts).toContainEqual({ label: 'concerns', text: ['?: Too far'] })
  })

  it('our own roles come back as they were, out of both forms, whatever people wrote in them', () => {
    const rows = [
      {
        role: 'a1',
        name: '=Host; "of" the house',
        aim: '- Guests,\nfeel welcome',
        domain: 'المطبخ',
        accountabilities: ['@doors', 'tea; coffee'],
        qualities: ['+patience'],
        months: 6,
        'held by': ['Ana', 'Ben'],
        until: ['2027-01-01'],
      },
      {
        role: 'secretary',
        name: 'Secretary',
        aim: null,
        domain: null,
        accountabilities: [],
        qualities: [],
        months: null,
        'held by': [],
        until: [],
      },
    ]
    const table = { columns: Object.keys(rows[0] ?? {}), rows }
    const prepared = (file: string) => {
      const reading = read(file)
      return reading.things.map((thing) => driverOf(reading, thing, 'en').prepared)
    }
    const host = {
      as: 'role',
      standard: null,
      name: '=Host; "of" the house',
      aim: '- Guests,\nfeel welcome',
      domain: 'المطبخ',
      accountabilities: ['@doors', 'tea; coffee'],
      qualities: ['+patience'],
      months: 6,
    }
    for (const file of [csvOf(table), jsonOf('roles', table)]) {
      expect(prepared(file)[0]).toEqual(host)
      expect(prepared(file)[1]).toMatchObject({ standard: 'secretary', name: 'Secretary', aim: null, months: null })
    }
  })

  it('roles of ours in JSON are told from others by having no id, and read like a table: they come back out of JSON as out of CSV', () => {
    const roles = [
      { role: 'abc', name: 'Host', aim: 'Welcome', accountabilities: ['doors', 'tea'], months: 6, until: [] },
    ]
    const [thing] = read(JSON.stringify({ roles })).things
    expect(thing).toMatchObject({ kind: 'role', title: 'Host' })
    expect(thing?.parts).toEqual([
      { label: 'aim', text: 'Welcome' },
      { label: 'accountabilities', text: ['doors', 'tea'] },
      { label: 'months', text: '6' },
    ])
  })
})
