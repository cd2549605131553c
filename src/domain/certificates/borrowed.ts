import { Fault } from './fault.ts'
import { isSorted, type Known, type Read } from './parts.ts'

/**
 * [V6] The names of those whose devices other people's consents came from, by device: each said so itself, and the close
 * that cites these consents names how. A part that is missing, too many, or about another device changes the certificate.
 */
export function lendersIn(
  borrowed: readonly Read<'device.borrowed'>[],
  close: Read<'round.closed'>,
  responses: readonly { readonly device: string; readonly body: object }[],
  known: Known,
): ReadonlyMap<string, string> {
  const ids = borrowed.map(({ id }) => id)
  const own = new Set(responses.filter(({ body }) => !('says' in body)).map(({ device }) => device))
  const devices = new Set(borrowed.map(({ device }) => device))
  const fits = ids.join() === (close.body.borrowed ?? []).join() && isSorted(ids) && devices.size === ids.length
  if (!fits || ![...devices].every((device) => own.has(device))) throw new Fault('changed')
  const names = new Map([...known.values()].map(({ person, name }) => [person, name]))
  return new Map(
    borrowed.map(({ device, body }) => {
      const name = names.get(body.from)
      if (name === undefined) throw new Fault('broken-admission')
      return [device, name]
    }),
  )
}
