import type { Hello } from '../network/hello.ts'
import type { Chance } from './chance.ts'
import type { Clock } from './clock.ts'
import type { Stretch } from './invitation/code.ts'
import type { Pace } from './practice/pace.ts'
import type { Own, Release } from './updates/release.ts'

export interface NodeOptions {
  readonly folder: string
  readonly clock: Clock
  readonly chance: Chance
  /** Ms until a founder's node acks; 0: never by itself. */
  readonly ackInterval?: number
  /** 32 bytes for tests: the store's writer keys derive from it. */
  readonly primaryKey?: Uint8Array
  /** What tells this machine from others (machineMark); null or left out: not looked at. */
  readonly machine?: string | null
  /** How the companions of a practice circle wait before they speak; left out: as people do. */
  readonly pace?: Pace
  /** Ms that a person's word waits where their place in a circle is still on its way; left out: a few seconds. */
  readonly patience?: number
  /** How the node waits for the next deadline or day; left out: by the machine's own timers. */
  readonly alarm?: Pace
  /** Whom to ask for the way on the internet where the person named nobody (`HOST:PORT`); left out: there is nobody to ask. */
  readonly bootstrap?: readonly string[]
  /** For tests: nobody is looked for beyond this machine, nor asked; and (`false`) no way is opened through two networks. */
  readonly onlyHere?: { readonly canPunch: boolean }
  /** For tests, in which nobody tries keys: the words of an invitation come of less work. */
  readonly stretch?: Stretch
  /** For tests, which play programs of other ages. */
  readonly hello?: Hello
  /** For tests: who releases the program, and which one this is. */
  readonly updates?: { readonly release: Release; readonly own: Own }
  /** For whoever looks after the machine: a circle that could not be opened, a fault between nodes. */
  readonly warn: (message: string) => void
}
