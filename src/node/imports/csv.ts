import { cellName, damaged } from './import-fault.ts'

/** A row by the names of its columns (see `plainName`), with the line on which it begins. */
export interface Row {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

type Cells = { readonly line: number; readonly cells: string[] }

const MARKS = [',', ';', '\t'] as const
const MOST_ROWS = 20_000

/** RFC 4180, with commas, semicolons or tabs, whichever its first line has most of. */
export function readCsv(text: string): Row[] {
  const [first = ''] = text.split(/\r?\n/u, 1)
  const count = (mark: string) => first.split(mark).length
  const mark = [...MARKS].sort((a, b) => count(b) - count(a))[0] ?? ','
  return rowsOf(cellsOf(text, mark))
}

/** The first of these is what the columns are called. */
export function rowsOf(lines: readonly Cells[]): Row[] {
  const [head, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const names = (head?.cells ?? []).map(plainName)
  if (rows.length > MOST_ROWS) throw damaged('long', rows[MOST_ROWS]?.line ?? 1)
  return rows.map(({ line, cells }) => {
    const beyond = cells.findIndex((cell, at) => at >= names.length && cell.trim() !== '')
    if (beyond !== -1) throw damaged('columns', line, cellName(beyond, line))
    return {
      line,
      cells: new Map(names.flatMap((name, at) => (name === '' ? [] : [[name, unguarded(cells[at] ?? '')]]))),
    }
  })
}

/** The same however it is written: without case, marks and spaces. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\s\u0640]+/gu, '')
    .toLowerCase()
}

/** What we put before a cell that a spreadsheet would take for a formula is no part of it. */
const unguarded = (cell: string): string => cell.replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u, '').trim()

function cellsOf(text: string, mark: string): Cells[] {
  const rows: Cells[] = []
  let [cells, line, begins, at]: [string[], number, number, number] = [[], 1, 1, 0]
  const endRow = () => {
    rows.push({ line: begins, cells })
    cells = []
  }
  while (at < text.length) {
    const place = cellName(cells.length, line)
    const cell = text[at] === '"' ? quoted(text, at, { line, place }) : plainCell(text, at, mark)
    cells.push(cell.text)
    line += cell.lines
    const after = text[cell.end] ?? '\n'
    at = cell.end + 1
    if (after === mark) {
      if (at === text.length) cells.push('')
      continue
    }
    if (after === '\r' && text[at] === '\n') at += 1
    else if (after !== '\n' && after !== '\r') throw damaged('columns', line, place)
    endRow()
    line += 1
    begins = line
  }
  if (cells.length > 0) endRow()
  return rows
}

type Cell = { readonly text: string; readonly end: number; readonly lines: number }

function plainCell(text: string, from: number, mark: string): Cell {
  let end = from
  while (end < text.length && text[end] !== mark && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(from, end), end, lines: 0 }
}

function quoted(text: string, from: number, { line, place }: { line: number; place: string }): Cell {
  let end = from + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end === -1) throw damaged('cut', line, place)
    if (text[end + 1] !== '"') break
    end += 2
  }
  const inside = text.slice(from + 1, end)
  return { text: inside.replaceAll('""', '"'), end: end + 1, lines: inside.split('\n').length - 1 }
}
