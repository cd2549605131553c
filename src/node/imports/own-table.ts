import { z } from 'zod'
import { plainName, type Row } from './csv.ts'

const Cell = z.union([z.string(), z.number(), z.null(), z.array(z.union([z.string(), z.number()]))])
/** Roles as this program writes them out; what others call so has ids of its own. */
const Own = z.object({
  roles: z.array(z.record(z.string(), Cell).refine((row) => 'role' in row && !('id' in row))).min(1),
})

/** The rows of a table that came out of this program as JSON; null where it is none. */
export function ownTable(value: unknown): Row[] | null {
  const read = Own.safeParse(value)
  if (!read.success) return null
  return read.data.roles.map((row, at) => ({
    line: at + 2,
    cells: new Map(Object.entries(row).map(([name, cell]) => [plainName(name), textOf(cell)])),
  }))
}

function textOf(cell: z.infer<typeof Cell>): string {
  return cell === null ? '' : typeof cell === 'object' ? cell.join('\n') : String(cell)
}
