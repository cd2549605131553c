import type { Signed } from '../certificates/certificate.ts'
import { encodeCanonical } from '../canonical.ts'
import type { HashText } from '../event.ts'
import type { DeviceKeys } from '../members/events.ts'
import type { VersionContent } from '../proposals/events.ts'
import type { StatementFile } from './statement.ts'
import { statementOf, type Grounds, type StatementVerdict } from './verify.ts'

/**
 * Reads a statement that this device has checked before: nothing in it is checked again, which is most of what a start
 * with many links would cost. Only for what is under a hash that was found good. Null where it is not as expected.
 */
export function readAgain(value: unknown, hash: HashText): StatementVerdict | null {
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

/** A statement without its proof: what is read of one that was found valid, a tenth of it. */
export interface Bare {
  readonly id: string
  readonly file: Checked
}

/**
 * What this device need keep of a statement that it found valid, so that many links cost little to begin with. Null where it
 * would be read otherwise.
 */
export function withoutProof(value: unknown, hash: HashText): Bare | null {
  const whole = value as Checked
  const before = readAgain(whole, hash)
  if (before?.valid !== true) return null
  const { statement, device, doors = [], certificate } = whole
  const all = [...certificate.admissions, ...(doors as readonly unknown[] as readonly Door[])]
  const admissions = all.filter(({ event }) => event.body.person === before.statement.person).map(doorOf)
  const { content } = certificate.version.event.body
  const version = { event: { body: { content } } } as Checked['certificate']['version']
  const file = { certificate: { admissions, genesis: doorOf(certificate.genesis), version }, device, statement }
  const bare: Bare = { id: before.statement.id, file: file as unknown as Checked }
  return JSON.stringify(readBare(bare)) === JSON.stringify(before) ? bare : null
}

/** Reads what `withoutProof` left; null where it is not as expected. */
export const readBare = (bare: Bare | null): StatementVerdict | null =>
  bare === null ? null : readAgain(bare.file, () => bare.id)

const doorOf = ({ event: { body } }: Door): Door => {
  const { person, personName, name, device } = body
  const said = { ...(personName !== undefined && { personName }), ...(name !== undefined && { name }) }
  return { event: { body: { ...said, person, device: { sign: device.sign } } } }
}

type Door = {
  readonly event: {
    readonly body: { person: string; name?: string; personName?: string; device: Pick<DeviceKeys, 'sign'> }
  }
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
