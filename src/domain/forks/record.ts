import type { Spoken } from '../circle.ts'

export interface ForkRecord extends Spoken {
  readonly successor: string
  readonly reason: string
  readonly tried: readonly string[]
}
