import { join } from 'node:path'
import type { Backend, Handlers } from '../api/node-port.ts'
import { openBackend } from '../backend.ts'
import type { Outcome } from '../domain/refusal.ts'

/** Somebody in the story: a real node on a folder of its own. */
export interface Person {
  readonly name: string
  readonly node: Backend['commands']
  readonly close: Backend['close']
}

export async function bring(name: string, folder: string): Promise<Person> {
  const { commands, close } = the(await openBackend(join(folder, name.toLowerCase())))
  the(await commands.profile.create({ name }, {}))
  return { name, node: commands, close }
}

/** The value; the story ends loudly where something is refused that should not be. */
export function the<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.about ?? {})}`)
}

/** Waits until what a person sees is so: asked again at every change, at most for half a minute. */
export async function sees<T>(person: Person, ask: () => Promise<Outcome<T>>, isSo: (page: T) => boolean): Promise<T> {
  const limit = AbortSignal.timeout(30_000)
  const changes = person.node.changes(limit)[Symbol.asyncIterator]()
  for (;;) {
    const answer = await ask()
    if (answer.ok && isSo(answer.value)) return answer.value
    const next = await changes.next()
    if (next.done === true) throw new Error(`${person.name} waited in vain`)
  }
}

export type ProposalPage = Extract<Awaited<ReturnType<Handlers['proposal']['show']>>, { ok: true }>['value']
