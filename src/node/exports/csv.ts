/** A table: what its columns are called, and of each row a text for every column. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, Cell>>[]
}
export type Cell = string | number | null | readonly string[]

/** So that spreadsheet programs take it for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'
/** A cell that begins so is taken for a formula, and may then fetch and send things: it gets a mark that says "text". */
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u

/** RFC 4180. Lists stand in one cell, a line each. */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => textOf(row[column] ?? null)))]
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')
}

export function jsonOf(kind: string, { rows }: Table): string {
  return `${JSON.stringify({ [kind]: rows }, null, 2)}\n`
}

function textOf(cell: Cell): string {
  return cell === null ? '' : typeof cell === 'object' ? cell.join('\n') : String(cell)
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe
}
