import { afterAll, describe, expect, it, vi } from 'vitest'
import ICAL from 'ical.js'
import { hashText } from '../../../src/log/crypto.ts'
import { calendarOf } from '../../../src/node/exports/calendar.ts'
import { csvOf, jsonOf } from '../../../src/node/exports/csv.ts'
import { fileName } from '../../../src/node/exports/file-name.ts'
import { htmlOf } from '../../../src/node/exports/html.ts'
import { icalOf } from '../../../src/node/exports/ical.ts'
import { logbookDocument } from '../../../src/node/exports/logbook-document.ts'
import { markdownOf } from '../../../src/node/exports/markdown.ts'
import { minutesDocument } from '../../../src/node/exports/minutes-document.ts'
import { timeZone } from '../../../src/node/exports/time-zone.ts'
import { TABLES } from '../../../src/node/exports/tables.ts'
import { TODAY } from '../../helpers/people.ts'
import { NASTY, writtenCircle } from './written-circle.ts'

vi.stubEnv('TZ', 'UTC')
afterAll(() => void vi.unstubAllEnvs())
const { people, meeting } = writtenCircle()
const circle = people[2]!.circle
const held = circle.meetings.meetings.get(meeting)!
const calendar = (details = false, language: 'en' | 'ar' = 'en') =>
  calendarOf(circle, { language, today: TODAY, details, hash: hashText, zone: timeZone('Europe/Berlin') })

describe('what a circle remembers, to read', () => {
  it.each(['en', 'es', 'fr', 'ar'] as const)('is a logbook in %s, as Markdown and HTML', async (language) => {
    const document = logbookDocument(circle, language, TODAY, new Set())
    await expect(markdownOf(document)).toMatchFileSnapshot(`golden/logbook.${language}.md.txt`)
    await expect(htmlOf(document)).toMatchFileSnapshot(`golden/logbook.${language}.html.txt`)
  })

  it.each(['en', 'ar'] as const)('are minutes in %s, as Markdown and HTML', async (language) => {
    const document = minutesDocument(circle, held, language, new Set())
    await expect(markdownOf(document)).toMatchFileSnapshot(`golden/minutes.${language}.md.txt`)
    await expect(htmlOf(document)).toMatchFileSnapshot(`golden/minutes.${language}.html.txt`)
  })

  it('folds away what people said whom this person does not read, and nothing of what was agreed', () => {
    const [ana] = people
    const notRead = new Set([ana?.id ?? ''])
    const text = markdownOf(minutesDocument(circle, held, 'en', notRead))
    expect(text).toContain('Ana: (words of someone you do not read)')
    expect(text).not.toMatch(/Glad|hangs/u)
    expect(text).toContain('We try Sundays')
    const logbook = (who: ReadonlySet<string>) => markdownOf(logbookDocument(circle, 'en', TODAY, who))
    expect(logbook(notRead)).toBe(logbook(new Set()))
  })

  it('lets nobody’s words be HTML, fetch anything or turn what others read', () => {
    const nasty = Object.values(NASTY).join('\n')
    const document = { language: 'ar' as const, title: nasty, blocks: [{ kind: 'words' as const, text: nasty }] }
    const html = htmlOf(document)
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).not.toMatch(/<script|<img|[\u202a-\u202e]/u)
    expect(html.match(/https?:[^\s]*/gu)).toEqual(html.match(/http:\/\/evil\.example[^\s]*/gu))
    expect(html).not.toMatch(/(?:href|src)=["']?http/u)
    expect(markdownOf(document)).not.toMatch(/(?<!\\)<(?:script|img)|(?<!\\)!\[/u)
  })

  it('is called so that it is a file anywhere', () => {
    expect(fileName('../../etc/passwd', 'logbook.md')).toBe('etc-passwd-logbook.md')
    expect(fileName('المطبخ المشترك', 'calendar.ics')).toBe('المطبخ-المشترك-calendar.ics')
    expect(fileName('…', 'members.csv')).toBe('members.csv')
  })
})

describe('tables', () => {
  it.each(['members', 'roles', 'agreements', 'backlog'] as const)('%s come as CSV and JSON', async (about) => {
    // Ids are what these people's keys make of them: the same in every run.
    const table = TABLES[about](circle, { language: 'en', today: TODAY, notRead: new Set() })
    await expect(csvOf(table)).toMatchFileSnapshot(`golden/${about}.csv`)
    expect(Object.keys(JSON.parse(jsonOf(about, table)) as object)).toEqual([about])
  })

  it('hold no formula, and every mark of the format in quotes', () => {
    const lines = (cells: string[]) =>
      csvOf({ columns: ['a'], rows: cells.map((a) => ({ a })) })
        .slice(1)
        .split('\r\n')
    expect(lines(['=1+1', ' +1', '-1', '@x', '\tx', '＝1'])).toEqual([
      'a',
      "'=1+1",
      "' +1",
      "'-1",
      "'@x",
      "'\tx",
      "'＝1",
      '',
    ])
    expect(lines(['a "b", c', 'two\nlines', ' blank ', 'plain', ''])).toEqual([
      'a',
      '"a ""b"", c"',
      '"two\nlines"',
      '" blank "',
      'plain',
      '',
      '',
    ])
  })
})

describe('the calendar', () => {
  const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[])
  const events = (text: string) =>
    parsed(text)
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))

  it('is read by another parser: meetings, reviews and terms', async () => {
    await expect(calendar()).toMatchFileSnapshot('golden/calendar.ics')
    const all = events(calendar())
    const told = all.map(({ summary, startDate, duration, sequence }) =>
      [startDate.toString(), duration.toString(), sequence, summary.slice(0, 22)].join(' '),
    )
    // Three agreements have one review day: which of them comes first, their ids say.
    expect(told.toSorted()).toEqual([
      '2026-03-02T18:30:00Z PT90M 0 Sunday; cooking, toget',
      '2026-04-01T18:30:00Z PT90M 1 النظافة والهدوء في الم',
      '2026-04-30T18:30:00Z PT90M 1 Called off',
      '2027-01-01 P1D 0 Review: =HYPERLINK("ht',
      '2027-01-01 P1D 0 Review: Role',
      '2027-01-01 P1D 0 Review: المطبخ المشترك',
      '2027-02-01 P1D 0 Term ends: Facilitator',
    ])
    expect(all.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
      ...Array.from({ length: 4 }, () => 'CONFIRMED'),
    ])
    expect(all.flatMap(({ component }) => component.getAllSubcomponents('valarm'))).toHaveLength(4)
  })

  it('holds no name, place, agenda or id unless asked, and nobody’s words become properties', () => {
    const bare = calendar()
    for (const id of [meeting, circle.id, ...people.map((one) => one.id)]) expect(bare).not.toContain(id)
    expect(bare).not.toMatch(/LOCATION|DESCRIPTION:(?!Review|Term)|^ATTENDEE/mu)
    expect(events(bare).flatMap(({ attendees }) => attendees)).toEqual([])
    const [full] = events(calendar(true))
    // Who holds what is said in words that people chose: only with the details.
    expect(bare).not.toContain('Who holds it')
    expect(calendar(true)).toContain('Who holds it')
    expect(bare).not.toContain('TZID')
    expect(full?.startDate.zone.tzid).toBe('Europe/Berlin')
    expect([full?.location, full?.description]).toEqual(['Ana’s kitchen, 2nd floor', '- Opening hours'])
    expect(calendar(true)).toContain('DESCRIPTION:Ana')
  })

  it('keeps its lines short without cutting a character, and its entries the same in every language', () => {
    const text = calendar(true, 'ar')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\ufffd')
    expect(events(text).map(({ uid }) => uid)).toEqual(events(calendar()).map(({ uid }) => uid))
    expect(events(text)[1]?.summary).toBe('النظافة والهدوء في المطبخ المشترك للجميع في حيّنا')
  })

  it('is a calendar where there is nothing in it', () => {
    expect(parsed(icalOf('Kitchen', [])).getAllSubcomponents('vevent')).toEqual([])
  })
})
