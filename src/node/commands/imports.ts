import type { NodePort } from '../../api/node-port.ts'
import { refusal, refuse } from '../../domain/refusal.ts'
import { dayOf } from '../clock.ts'
import type { CircleSession } from '../circle-session.ts'
import type { Desk } from '../desk.ts'
import { ImportFault } from '../imports/import-fault.ts'
import { Intake } from '../imports/intake.ts'
import { THING_KINDS, type Reading, type Thing } from '../imports/thing.ts'
import { driverOf, statementOf } from '../imports/to-driver.ts'
import { answering, must } from './answering.ts'

/** One gesture brings in no more than a circle can look through. */
const MOST_AT_ONCE = 300
/** Files that are read at the same time, for instance in two windows. */
const MOST_READINGS = 3

type Open = { readonly session: CircleSession; readonly intake: Intake; bytes: number; reading: Reading | null }

export function importCommands(desk: Desk): NodePort['imports'] {
  const open = new Map<string, Open>()
  let begun = 0
  const find = (ref: string) => open.get(ref) ?? must(refuse('import-gone'))
  const whole = (ref: string) => {
    const { session, reading } = find(ref)
    return { session, reading: reading ?? must(refuse('import-gone')) }
  }
  return {
    begin: answering(({ circle }) => {
      const session = must(desk.session(circle))
      const [oldest] = open.keys()
      if (open.size >= MOST_READINGS && oldest !== undefined) open.delete(oldest)
      const reading = `reading-${(begun += 1)}`
      open.set(reading, { session, intake: new Intake(dayOf(desk.clock())), bytes: 0, reading: null })
      return { reading }
    }),
    add: answering(({ reading: ref, part, last }) => {
      const file = find(ref)
      try {
        if (file.reading !== null) throw new ImportFault(refusal('import-gone'))
        const bytes = Buffer.from(part, 'base64')
        file.bytes += bytes.byteLength
        file.intake.add(bytes)
        if (last) file.reading = file.intake.end()
      } catch (error) {
        open.delete(ref)
        throw error
      }
      return { bytes: file.bytes }
    }),
    show: answering(({ reading: ref }) => {
      const { session, reading } = whole(ref)
      const known = statementsIn(session)
      const things = reading.things.map((thing) => {
        const { key, kind, title, at } = thing
        return { key, kind, title, at, already: isKnown(known, reading, thing) }
      })
      const { source, name, people, leftOut } = reading
      return { circle: session.circle.id, source, name, things, people: [...people], leftOut, limit: MOST_AT_ONCE }
    }),
    leave: answering(({ reading }) => {
      open.delete(reading)
      return { reading }
    }),
    bring: answering(async ({ reading: ref, kinds, only, language = 'en', asOf }) => {
      const { session, reading } = whole(ref)
      const known = statementsIn(session)
      const wanted = reading.things.filter((thing) => isWanted(thing, kinds, only))
      const fresh = wanted.filter((thing) => !isKnown(known, reading, thing))
      if (fresh.length > MOST_AT_ONCE) must(refuse('import-too-many', { limit: MOST_AT_ONCE }))
      const contents = fresh.map((thing) => driverOf(reading, thing, language))
      const [first, ...more] = contents.map((content) => ({ type: 'driver.noticed' as const, body: { content } }))
      const meanwhile = first === undefined ? [] : must(await session.say(first, asOf, more)).meanwhile
      open.delete(ref)
      const drivers = noticedAs(session, new Set(contents.map(({ statement }) => statement)))
      return { circle: session.circle.id, drivers, already: wanted.length - fresh.length, meanwhile }
    }),
  }
}

function isWanted(thing: Thing, kinds: readonly string[] | undefined, only: readonly string[] | undefined): boolean {
  if (only !== undefined) return only.includes(thing.key)
  return (kinds ?? THING_KINDS.filter((kind) => kind !== 'talked')).includes(thing.kind)
}

function noticedAs({ circle }: CircleSession, statements: ReadonlySet<string>): string[] {
  const drivers = [...circle.drivers.values()]
  return drivers
    .filter(({ wordings }) => wordings.some(({ content }) => statements.has(content.statement)))
    .map(({ id }) => id)
}

function statementsIn({ circle }: CircleSession): ReadonlySet<string> {
  const wordings = [...circle.drivers.values()].flatMap((driver) => driver.wordings)
  return new Set(wordings.map(({ content }) => content.statement))
}

const LANGUAGES = ['en', 'es', 'fr', 'ar'] as const

/** In whichever language it was brought in. */
function isKnown(known: ReadonlySet<string>, { source }: Reading, thing: Thing): boolean {
  return LANGUAGES.some((language) => known.has(statementOf(source, thing, language)))
}
