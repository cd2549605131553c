import { damaged } from './import-fault.ts'
import { textOf } from './lines.ts'
import { openZip } from './zip.ts'

/** A sheet's rows as texts, each with the number that it has there. */
export type Sheet = readonly { readonly line: number; readonly cells: string[] }[]

const MOST_COLUMNS = 200
const MOST_CELLS = 500_000

/** The sheets of an Excel workbook (.xlsx) by their names; `undefined` where there is none of that name. */
export function openWorkbook(bytes: Buffer): {
  readonly names: readonly string[]
  sheet(name: string): Sheet | undefined
} {
  const file = openZip(bytes)
  const xml = (name: string) => {
    const content = file(name)
    return content === undefined ? undefined : textOf(content)
  }
  const book = xml('xl/workbook.xml')
  const links = xml('xl/_rels/workbook.xml.rels')
  if (book === undefined || links === undefined) throw damaged('zip', 1)
  const targets = new Map([...elements(links, 'Relationship')].map(({ of }) => [of('Id'), of('Target')]))
  const sheets = new Map([...elements(book, 'sheet')].map(({ of }) => [of('name'), targets.get(of('r:id')) ?? '']))
  let shared: string[] | undefined
  return {
    names: [...sheets.keys()],
    sheet(name) {
      const target = sheets.get(name)
      const content = target === undefined ? undefined : xml(`xl/${target.replace(/^\/?(?:xl\/)?/u, '')}`)
      if (content === undefined) return undefined
      shared ??= [...elements(xml('xl/sharedStrings.xml') ?? '', 'si')].map(({ inside }) => textIn(inside))
      return rowsOf(content, shared)
    },
  }
}

function rowsOf(xml: string, shared: readonly string[]): Sheet {
  let cellCount = 0
  return [...elements(xml, 'row')].map(({ of, inside }, index) => {
    const cells: string[] = []
    for (const cell of elements(inside, 'c')) {
      cellCount += 1
      const column = columnOf(cell.of('r')) ?? cells.length
      if (column >= MOST_COLUMNS || cellCount > MOST_CELLS) throw damaged('long', index + 1)
      while (cells.length < column) cells.push('')
      cells[column] = valueOf(cell, shared)
    }
    return { line: Number(of('r')) || index + 1, cells }
  })
}

function valueOf({ of, inside }: Element, shared: readonly string[]): string {
  if (of('t') === 'inlineStr') return textIn(inside)
  const [value] = elements(inside, 'v')
  const text = decoded(value?.inside ?? '')
  return of('t') === 's' ? (shared[Number(text)] ?? '') : text
}

/** "AB12" is in column 27, counted from 0. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(place)?.[0]
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Of a string with formats its pieces; how it is pronounced is no part of it. */
function textIn(xml: string): string {
  let [written, from] = ['', 0]
  for (let at = xml.indexOf('<rPh'); at !== -1; at = xml.indexOf('<rPh', from)) {
    written += xml.slice(from, at)
    const end = xml.indexOf('</rPh>', at)
    from = end === -1 ? xml.length : end
  }
  return [...elements(written + xml.slice(from), 't')].map(({ inside }) => decoded(inside)).join('')
}

type Element = { readonly of: (attribute: string) => string; readonly inside: string }

/** As much of XML as a workbook needs. No document type is read, and so nothing in it can grow or fetch anything. */
function* elements(xml: string, name: string): Generator<Element> {
  const opening = new RegExp(`<${name}(?=[\\s/>])(?<attributes>[^<>]*?)(?<empty>/?)>`, 'gu')
  const closing = `</${name}>`
  for (let found = opening.exec(xml); found !== null; found = opening.exec(xml)) {
    const { attributes = '', empty = '' } = found.groups ?? {}
    const end = empty === '/' ? opening.lastIndex : xml.indexOf(closing, opening.lastIndex)
    if (end === -1) throw damaged('zip', 1)
    const inside = xml.slice(opening.lastIndex, end)
    if (empty !== '/') opening.lastIndex = end + closing.length
    yield { inside, of: (attribute) => attributeIn(attributes, attribute) }
  }
}

const ATTRIBUTE = /(?:^|\s)(?<name>[\w:]+)="(?<value>[^"<]*)"/gu

function attributeIn(attributes: string, name: string): string {
  const found = [...attributes.matchAll(ATTRIBUTE)].find(({ groups }) => groups?.['name'] === name)
  return decoded(found?.groups?.['value'] ?? '')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(
    /&(?:#x(?<hex>[0-9a-f]{1,6})|#(?<decimal>\d{1,7})|(?<name>[a-z]{2,4}));/giu,
    (whole, hex, decimal, name) => {
      if (typeof name === 'string') return ENTITIES[name] ?? whole
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
    },
  )
}
