import type { Command } from 'commander'
import { join } from 'node:path'
import type { Client } from '../api/client.ts'
import { speakersIn, withoutWordsOf } from '../api/fold-words.ts'
import type { Notice } from '../api/contract/procedure.ts'
import { closeInTime } from './closing.ts'
import { lastShown, noteShown } from './last-shown.ts'
import { createOutput, type Output } from './output.ts'
import { reachAs, reachNode } from './reach.ts'
import { withProgress } from './progress.ts'
import { Stopped, unlessAborted } from './stopping.ts'
import { short } from './tell/lines.ts'
import type { World } from './world.ts'

/** What a command has in front of it while it works. */
export type Desk = {
  readonly client: Client
  readonly world: World
  /** What the person was looking at, to go with each command: as they say, else what they were last shown here. */
  readonly asOf: { readonly asOf?: string | undefined }
  readonly note: (text: string) => void
  /** Whether also the words of people are shown whom this person does not read. */
  readonly withBlocked: boolean
}

type Common = {
  readonly data: string
  readonly json?: true
  readonly asOf?: string
  readonly at?: string
  readonly withBlocked?: true
}
type Action = (...given: unknown[]) => Promise<void>
type Manner = {
  /** May be the first command in a folder that is not there yet. */
  readonly isFirst?: boolean
  /** How long an answer may take; a minute or two for what is only computed. */
  readonly patienceMs?: number
  /** What it means when the person stops it half-way. */
  readonly stopped?: () => Error
  /** It may take so long that the person is told how far it is. */
  readonly isLong?: boolean
}

/** The `nst` being built: where commands are added, and the two ways a command can act. */
export type Nst = {
  readonly program: Command
  readonly world: World
  /** Acts with the node of the data folder; `tell` says its answer in words. */
  readonly does: <T extends object>(
    work: (desk: Desk, options: never, ...args: string[]) => Promise<T>,
    tell: (value: T) => string,
    manner?: Manner,
  ) => Action
  /** Acts without one; gives the exit code. */
  readonly alone: (work: (out: Output, dir: string, options: never, ...args: string[]) => Promise<number>) => Action
}

const PATIENCE_MS = 120_000

export function createDesk(program: Command, world: World, ended: { code: number }): Nst {
  const common = () => program.opts<Common>()
  return {
    program,
    world,
    does:
      (work, tell, manner) =>
      async (...given) => {
        const { data: folder, json, asOf, at, withBlocked = false } = common()
        const out = createOutput(world, json === true)
        const owners = await reachNode(folder, world, manner?.isFirst === true)
        let close = owners.close
        try {
          const reached = await reachAs(owners, at)
          if (reached.beside !== undefined) close = both(reached.close, owners.close)
          const data = reached.beside === undefined ? folder : join(folder, 'beside', reached.beside)
          const { options, args } = unpack(given)
          const looked = { asOf: asOf ?? (await lastShown(data)) }
          const desk: Desk = { client: reached.client, world, asOf: looked, note: out.note, withBlocked }
          const working = inTime(work(desk, options as never, ...args), world.signal, manner)
          const answer = await (manner?.isLong === true ? withProgress(working, desk) : working)
          tellMeanwhile(answer, out)
          await noteShown(data, reached.client, answer, args)
          const shown = withBlocked ? answer : await folded(reached.client, answer)
          out.result(asJson(shown), tell(shown))
        } finally {
          await closeInTime(close, world, out)
        }
      },
    alone:
      (work) =>
      async (...given) => {
        const { data, json } = common()
        const { options, args } = unpack(given)
        ended.code = await work(createOutput(world, json === true), data, options as never, ...args)
      },
  }
}

const both = (one: () => Promise<void>, other: () => Promise<void>) => async () => {
  await one()
  await other()
}

/** Commander hands an action its arguments, then the options, then the command. */
function unpack(given: unknown[]): { options: unknown; args: string[] } {
  return { options: given.at(-2), args: given.slice(0, -2) as string[] }
}

async function inTime<T>(work: Promise<T>, stop: AbortSignal, manner: Manner = {}): Promise<T> {
  const late = AbortSignal.timeout(manner.patienceMs ?? PATIENCE_MS)
  const stopped = () => manner.stopped?.() ?? new Stopped()
  const why = () => (stop.aborted ? stopped() : new Error('the node did not answer in time'))
  try {
    return await unlessAborted(work, AbortSignal.any([stop, late]), why)
  } catch (error) {
    // The work may have noticed the end before we did, and say so in its own way.
    throw stop.aborted ? stopped() : error
  }
}

const NOT_READ = '(words of someone you do not read; --with-blocked shows them)'

/** Without the words of those whom this person does not read; asked only where somebody's words are in an answer. */
async function folded<T extends object>(client: Client, answer: T): Promise<T> {
  if (speakersIn(answer).size === 0) return answer
  const { people } = await client.member.notRead({})
  return withoutWordsOf(answer, new Set(people), NOT_READ)
}

function tellMeanwhile(answer: object, out: Output): void {
  const notices = 'meanwhile' in answer ? (answer.meanwhile as Notice[] | undefined) : undefined
  for (const { kind, title, agreement } of notices ?? []) {
    const news = kind === 'agreed' ? 'the circle has agreed on' : 'not everyone stands behind'
    out.note(`Meanwhile ${news} “${title}”. See: nst agreement show ${short(agreement)}`)
  }
}

/** The answer as cli.md has it: notices go to stderr, and a list of one circle is a plain array. */
function asJson(answer: object): unknown {
  if ('items' in answer && 'asOf' in answer) {
    return (answer.items as object[]).map((item) => ({ ...item, asOf: answer.asOf }))
  }
  if (!('meanwhile' in answer)) return answer
  const { meanwhile: _told, ...rest } = answer
  return rest
}
