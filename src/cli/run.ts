import { ORPCError } from '@orpc/client'
import { CommanderError } from 'commander'
import { refusalIn } from '../api/router.ts'
import { createOutput, type Output } from './output.ts'
import { createProgram } from './program.ts'
import { Refused, Stopped, WrongUsage } from './stopping.ts'
import type { World } from './world.ts'

const [DONE, BROKE, USAGE, REFUSED] = [0, 1, 2, 3]

/** Runs one command line (without the program's own name); the exit code. Never throws. */
export async function runCli(argv: readonly string[], world: World): Promise<number> {
  const ended = { code: DONE }
  const program = createProgram(world, ended)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return ended.code
  } catch (error) {
    return report(error, createOutput(world, program.opts<{ json?: true }>().json === true))
  }
}

function report(error: unknown, out: Output): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : USAGE
  const refused = error instanceof Refused ? error.refusal : refusalIn(error)
  if (refused) {
    out.refused(refused)
    return refused.code === 'not-yet' ? USAGE : REFUSED
  }
  if (error instanceof WrongUsage) {
    out.note(error.message)
    return USAGE
  }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    out.note(`The node does not take this: ${faultsOf(error.data)}`)
    return USAGE
  }
  if (error instanceof Stopped) out.broke('Stopped before it was done.')
  else out.broke(messageOf(error), 'Something broke: ')
  return BROKE
}

function faultsOf(data: unknown): string {
  const issues = (data as { issues?: { path?: PropertyKey[]; message: string }[] } | undefined)?.issues ?? []
  return issues
    .map(
      ({ path, message }) =>
        `${(path ?? []).join('.')} ${message.startsWith('Too small') ? 'must not be empty' : `(${message})`}`,
    )
    .join('; ')
}

function messageOf(error: unknown): string {
  if (error instanceof ORPCError && error.code === 'INTERNAL_SERVER_ERROR') {
    return 'the node made a mistake of its own. It says more where nst up runs.'
  }
  if (error instanceof ORPCError && error.code === 'NOT_FOUND') {
    return 'another version of the program is up on this folder and does not know this. End that one and begin it anew.'
  }
  // What the wire says when the node at its other end is gone.
  if (error instanceof Error && /closed or aborted|AbortError/.test(error.message)) {
    return 'the node that was up on this folder has ended meanwhile. Try again.'
  }
  return error instanceof Error ? error.message : String(error)
}
