import type { Client } from '../api/client.ts'
import type { OpenBackend } from '../api/node-port.ts'
import type { Outcome } from '../domain/refusal.ts'
import type { StatementVerdict } from '../domain/statements/verify.ts'
import type { Verdict } from '../domain/certificates/verify.ts'

/** What a keeper is told, as a person writes it; `limit` in bytes. */
export type KeeperWish = {
  readonly limit: number
  readonly open: boolean
  readonly newSecret: boolean
  readonly listen?: string | undefined
  readonly at?: string | undefined
  readonly internet: boolean
  readonly bootstrap?: string | undefined
}

/** What a relay is told, as a person writes it. */
export type RelayWish = {
  readonly open: boolean
  readonly newSecret: boolean
  readonly port?: number | undefined
  readonly bootstrap?: string | undefined
}

/** How a relay stands: how many connections it passes on, how many sides of them are here, who was sent away. */
export type RelayState = {
  readonly address: string
  readonly open: boolean
  readonly callers: number
  readonly carried: number
  readonly refused: number
}
export type RelayHandle = { readonly state: () => RelayState; readonly close: () => Promise<void> }

/** How a keeper stands: what it was asked to keep, how many sealed letters lie there for who asks in, who is here, who was sent away; `lastSeen` in ms. */
export type KeeperState = {
  readonly address: string
  readonly open: boolean
  readonly limit: number
  readonly cores: number
  readonly bytes: number
  readonly full: boolean
  readonly letters: number
  readonly callers: number
  readonly refused: number
  readonly lastSeen: number | null
}
export type KeeperHandle = { readonly state: () => KeeperState; readonly close: () => Promise<void> }

type Sink = { readonly write: (text: string) => unknown }

/** All that the command line needs of what is around it, so that a test can be its world. */
type UpdateCheck = Awaited<ReturnType<Client['update']['verify']>>

export type World = {
  readonly stdout: Sink
  readonly stderr: Sink
  readonly stdin: AsyncIterable<Uint8Array>
  readonly cwd: string
  /** Where the data is unless --data says otherwise. */
  readonly dataFolder: string
  readonly version: string
  /** With `mayBegin` false, a folder in which nobody has begun is refused with `no-profile` and left as it is. */
  readonly openBackend: (dir: string, mayBegin: boolean) => ReturnType<OpenBackend>
  /** Makes a new device of a copied folder; answers with the circles to ask at. */
  readonly adoptCopy: (dir: string) => Promise<Outcome<readonly { readonly circle: string; readonly name: string }[]>>
  /** Becomes the keeper of a folder; `onChange` whenever its state may be another. */
  readonly openKeeper: (dir: string, wish: KeeperWish, onChange: () => void) => Promise<Outcome<KeeperHandle>>
  /** Becomes the relay of a folder. */
  readonly openRelay: (dir: string, wish: RelayWish, onChange: () => void) => Promise<Outcome<RelayHandle>>
  /** Somebody looks at stdout, and not at JSON. */
  readonly isScreen: boolean
  /** Pure: says whether a certificate's text is valid, and about what; `circle` must be the circle's id if given. */
  readonly verifyCertificate: (text: string, circle?: string) => Verdict
  /** Pure: says whether what one circle tells another is valid. */
  readonly verifyStatement: (text: string) => StatementVerdict
  /** Whether an update file is to be taken; null where it cannot be read. */
  readonly checkUpdate: (file: string) => Promise<UpdateCheck | null>
  /** A page as PDF; null where nothing on this machine can print. */
  readonly print: (html: string) => Promise<Uint8Array | null>
  /** Aborted when the person presses Ctrl-C or the system ends the program. */
  readonly signal: AbortSignal
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
}
