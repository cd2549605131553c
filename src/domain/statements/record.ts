import type { Spoken } from '../circle.ts'
import type { Hop } from './statement.ts'
import type { Statement } from './verify.ts'

/** One statement, and everyone who wrote it in. */
export interface ToldRecord {
  readonly statement: Statement
  readonly tellings: Telling[]
}

export interface Telling extends Spoken {
  readonly through: string | null
  readonly hops: readonly Hop[]
}

export interface PassedRecord extends Spoken {
  readonly statement: string
  readonly to: string
  readonly reason: string | null
}

/** What other circles say, as this one's log has it. */
export interface Statements {
  readonly told: Map<string, ToldRecord>
  /** By the circle that they are of. */
  readonly byCircle: Map<string, ToldRecord[]>
  readonly passed: PassedRecord[]
  readonly arrived: SeatWord[]
  readonly gone: SeatWord[]
}

/** What a delegate says at home of a seat over there. */
export interface SeatWord extends Spoken {
  readonly circle: string
  readonly seat: number
}

export function createStatements(): Statements {
  return { told: new Map(), byCircle: new Map(), passed: [], arrived: [], gone: [] }
}

/** That a delegate sits here, said by themselves with both their keys. */
export interface SeatRecord extends Spoken {
  readonly statement: Statement
}
