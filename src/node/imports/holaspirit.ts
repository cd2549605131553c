import { plainName, rowsOf, type Row } from './csv.ts'
import { damaged } from './import-fault.ts'
import { readStructure } from './structure.ts'
import { titleOf, type Reading, type Thing } from './thing.ts'
import type { openWorkbook } from './workbook.ts'

const ROLES = 'Circles & Roles'

/** A workbook as Holaspirit gives it out; any other is read as one table, its first sheet. */
export function readWorkbook({ names, sheet }: ReturnType<typeof openWorkbook>, today: string): Reading {
  if (names.includes(ROLES)) return readHolaspirit(sheet, today)
  const first = sheet(names[0] ?? '')
  if (first === undefined) throw damaged('sheet', 1, names[0] ?? '')
  return readStructure(rowsOf(first))
}

/** E-mail addresses, numbers and dates of its people stay in the file. */
function readHolaspirit(sheet: ReturnType<typeof openWorkbook>['sheet'], today: string): Reading {
  const rows = (name: string) => rowsOf(sheet(name) ?? [])
  const all = rows(ROLES)
  // The whole organisation stands first, as a role in no circle.
  const whole = all.find((row) => textIn(row, 'Circle ID') === '' && textIn(row, 'Role') !== '')
  const name = titleOf(whole === undefined ? '' : textIn(whole, 'Role')) ?? null
  const roles = readStructure(
    all.filter((row) => row !== whole && !isYes(textIn(row, 'Template'))),
    'holaspirit',
    name,
  )
  const policies = rows('Policies')
  const held = holders(rows('Assignations').filter((row) => !isOver(textIn(row, 'Until'), today)))
  const byLine = new Map(all.map((row) => [row.line, row]))
  const things = roles.things.map((thing) => withHolders(thing, byLine, held))
  const people = rows('Members').flatMap((row) => (isYes(textIn(row, 'Suspended')) ? [] : (personIn(row) ?? [])))
  return {
    ...roles,
    things: [
      ...things,
      ...(policies.length === 0 ? [] : readStructure(policies.map(named), 'holaspirit', null, true).things),
    ],
    people: [...new Set(people)],
  }
}

/** Some workbooks call what a policy is called its title. */
function named(row: Row): Row {
  const title = ['policy', 'title', 'name'].map((column) => textIn(row, column)).find((text) => text !== '')
  return title === undefined ? row : { ...row, cells: new Map([...row.cells, [plainName('policy'), title]]) }
}

const textIn = (row: Row, column: string): string => row.cells.get(plainName(column)) ?? ''
const isYes = (cell: string): boolean => ['true', '1', 'vrai'].includes(cell.toLowerCase())
const personIn = (row: Row) => titleOf(`${textIn(row, 'First name')} ${textIn(row, 'Last name')}`)

const DAY_MS = 24 * 60 * 60 * 1000
/** Spreadsheets count their days from here. */
const FIRST_DAY = Date.UTC(1899, 11, 30)

/** Whether a day, as a text or as spreadsheets count it, was before today. */
function isOver(cell: string, today: string): boolean {
  const at = /^\d+(?:\.\d+)?$/u.test(cell) ? FIRST_DAY + Number(cell) * DAY_MS : Date.parse(cell)
  return at < Date.parse(today)
}

function holders(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, string[]>()
  for (const row of rows) {
    const [role, person] = [textIn(row, 'Role ID'), personIn(row)]
    if (role === '' || person === undefined) continue
    const people = held.get(role)
    if (people === undefined) held.set(role, [person])
    else people.push(person)
  }
  return held
}

function withHolders(
  thing: Thing,
  rows: ReadonlyMap<number, Row>,
  held: ReadonlyMap<string, readonly string[]>,
): Thing {
  const row = rows.get(Number(thing.key.split(' ')[1]))
  const people = row === undefined ? undefined : held.get(textIn(row, 'Role ID'))
  return people === undefined ? thing : { ...thing, parts: [...thing.parts, { label: 'heldBy', text: people }] }
}
