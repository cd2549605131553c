import { plainName, type Row } from './csv.ts'
import { htmlOrText } from './html-text.ts'
import { damaged, unknownForm } from './import-fault.ts'
import { partsOf, titleOf, type Reading, type Source, type Thing } from './thing.ts'

/** What each column may be called, in the languages of the program and in the tables of others. The first that is there counts. */
const COLUMNS = {
  name: ['name', 'role name', 'role', 'nombre', 'nom', 'rol', 'rôle', 'الاسم', 'الدور'],
  circle: ['circle', 'circle name', 'parent circle', 'circulo', 'cercle', 'الدائرة'],
  aim: ['aim', 'purpose', 'objetivo', 'propósito', 'but', 'raison d’être', "raison d'être", 'الهدف', 'الغاية'],
  domain: ['domain', 'domains', 'dominio', 'dominios', 'domaine', 'domaines', 'المجال'],
  accountabilities: [
    'accountabilities',
    'responsibilities',
    'responsabilidades',
    'responsabilités',
    'redevabilités',
    'المسؤوليات',
  ],
  qualities: ['qualities', 'skills', 'cualidades', 'qualités', 'الصفات'],
  months: ['months', 'term', 'meses', 'mois', 'الأشهر'],
  heldBy: ['held by', 'people', 'persons', 'holders', 'members', 'personas', 'personnes', 'الأشخاص'],
  isCircle: ['is circle', 'type', 'tipo'],
  policy: ['policy', 'política', 'politique'],
  text: ['description', 'body', 'text', 'texto', 'texte', 'النص'],
} as const
type Column = keyof typeof COLUMNS

const NAMES = new Map(Object.entries(COLUMNS).map(([column, names]) => [column, names.map(plainName)]))

/** Roles, circles and policies out of a table. */
export function readStructure(
  rows: readonly Row[],
  source: Source = 'table',
  name: string | null = null,
  isOfPolicies = false,
): Reading {
  const [first] = rows
  if (first === undefined) throw unknownForm()
  const has = (column: Column) => NAMES.get(column)?.some((one) => first.cells.has(one)) === true
  const arePolicies = isOfPolicies || has('policy')
  if (!arePolicies && !has('name') && !has('circle')) throw damaged('columns', 1)
  const things = rows.flatMap((row) => thingOf(row, arePolicies, source === 'holaspirit') ?? [])
  return {
    source,
    name,
    things,
    people: [],
    leftOut: things.length < rows.length ? { empty: rows.length - things.length } : {},
  }
}

/** `isHtml`: its program writes its texts so. */
function thingOf(row: Row, arePolicies: boolean, isHtml: boolean): Thing | undefined {
  const cell = (column: Column) => (isHtml ? htmlOrText(cellOf(row, column)) : cellOf(row, column))
  const named = cell(arePolicies ? 'policy' : 'name')
  const isCircle = !arePolicies && (named === '' || saysCircle(cell('isCircle')))
  const title = titleOf(named === '' && !arePolicies ? cell('circle') : named)
  if (title === undefined) return undefined
  const parts = partsOf([
    { label: 'circle', text: named === '' ? '' : cell('circle') },
    { label: 'aim', text: cell('aim') },
    { label: 'domain', text: itemsIn(cell('domain')) },
    { label: 'accountabilities', text: itemsIn(cell('accountabilities')) },
    { label: 'qualities', text: itemsIn(cell('qualities')) },
    { label: 'months', text: cell('months') },
    { label: 'heldBy', text: itemsIn(cell('heldBy')) },
    { label: 'description', text: cell('text') },
  ])
  const kind = arePolicies ? 'policy' : isCircle ? 'circle' : 'role'
  return { key: `${kind} ${row.line}`, kind, title, at: null, parts }
}

export function cellOf(row: Row, column: Column): string {
  const name = NAMES.get(column)?.find((one) => row.cells.has(one)) ?? ''
  return row.cells.get(name) ?? ''
}

const saysCircle = (cell: string) =>
  ['circle', 'true', '1', 'yes', 'circulo', 'cercle', 'دائره'].includes(plainName(cell).replace('ة', 'ه'))

/** A line each, or, where all stand in one line, what is between semicolons. */
export function itemsIn(cell: string): string[] {
  const lines = cell.split(cell.includes('\n') ? /\r?\n/u : /\s*;\s*/u)
  return lines.map((line) => line.replace(/^\s*[-*•]\s+/u, '').trim()).filter((line) => line !== '')
}
