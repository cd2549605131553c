import type { Call } from '../../api/node-port.ts'
import { accept, isRefusalCode, refusal, type Outcome, type Refusal } from '../../domain/refusal.ts'
import { askedUntil } from '../patience.ts'

/** A refusal on its way up through a command: thrown by `must`, a value again at its edge. Never leaves this folder. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(reason: Refusal) {
    super(reason.code)
    this.refusal = reason
  }
}

/** The value, or the end of the command with this refusal. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Refused(outcome.refusal)
}

/** A handler of the node's port from a function that says `must` wherever it may be refused. */
export function answering<I, O>(work: (input: I, call: Call) => Promise<O> | O) {
  return async (input: I, call: Call = {}): Promise<Outcome<O>> => {
    try {
      return accept(await askedUntil(call.signal, async () => work(input, call)))
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal }
      const refused = refusalOf(error)
      if (refused !== null) return { ok: false, refusal: refused }
      throw error
    }
  }
}

/** Errors of the store, the network and of local files know the code that a client has words for. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null
  if ('refusal' in error) return error.refusal as Refusal
  if (!('code' in error) || !isRefusalCode(error.code)) return null
  const about = 'about' in error ? (error.about as NonNullable<Refusal['about']>) : undefined
  return refusal(error.code, about)
}
