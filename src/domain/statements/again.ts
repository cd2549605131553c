import type { Signed } from '../certificates/certificate.ts'
import { encodeCanonical } from '../canonical.ts'
import type { DeviceKeys } from '../members/events.ts'
import type { VersionContent } from '../proposals/events.ts'
import type { StatementFile } from './statement.ts'
import { statementOf, type Grounds, type StatementVerdict } from './verify.ts'

/**
 * Reads a statement that this device has checked before: nothing in it is checked again, which is most of what a start
 * with many links would cost. Only for what is under a hash that was found good. Null where it is not as expected.
 */
export function readAgain(value: unknown, hash: (text: string) => string): StatementVerdict | null {
  try {
    const file = value as Checked
    const { title, text, effect } = file.certificate.version.event.body.content
    const signer = signerOf(file)
    const id = hash(encodeCanonical(file.statement))
    const statement = signer === null ? null : statementOf(file.statement, id, { signer, effect, title, text })
    return statement === null ? null : { valid: true, statement }
  } catch {
    return null
  }
}

type Door = {
  readonly event: { readonly body: { person: string; name?: string; personName?: string; device: DeviceKeys } }
}
type Checked = StatementFile & {
  readonly certificate: {
    readonly genesis: Door
    readonly admissions: readonly Door[]
    readonly version: Signed & { readonly event: { readonly body: { readonly content: VersionContent } } }
  }
}

function signerOf({ device, doors = [], certificate }: Checked): Grounds['signer'] | null {
  const all = [certificate.genesis, ...certificate.admissions, ...(doors as readonly unknown[] as readonly Door[])]
  const bodies = all.map(({ event }) => event.body)
  const own = bodies.find((one) => one.device.sign === device)
  if (own === undefined) return null
  // The device came in with its person, or as another of theirs, which says no name; a genesis also names its circle.
  const nameOf = ({ personName, name }: Door['event']['body']) => personName ?? name
  const others = bodies.filter((one) => one.person === own.person)
  return { person: own.person, name: nameOf(own) ?? others.map(nameOf).findLast((name) => name !== undefined) ?? '' }
}
