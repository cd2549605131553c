import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeCanonical } from '../../domain/canonical.ts'
import { linkedCircles } from '../../domain/links/queries.ts'
import { linkOf } from '../../domain/links/state.ts'
import { purpose } from '../../domain/purpose.ts'
import { NONCE_SIZE, hash, open, seal } from '../../log/crypto.ts'
import { realFiles } from '../../network/stick/files.ts'
import { randomName } from '../../network/stick/random-name.ts'
import { placeOn } from '../../network/stick/stick-folder.ts'
import type { Chance } from '../chance.ts'
import type { CircleSession } from '../circle-session.ts'
import { dayOf } from '../clock.ts'
import { meantFor, type Meant } from '../statements/outgoing.ts'
import { takeIn, tellingIn, toldWithinDay } from '../statements/taking.ts'
import type { Untold } from '../statements/untold.ts'
import { linkSecrets, type LinkSecrets } from './link-secrets.ts'
import { MOST_A_DAY } from './link-talk.ts'

const LETTER = /^[2-9B-Z]{8}\.NSL$/i
const MOST_LETTERS = 256
const MOST_BYTES = 4 * 1024 * 1024
/** Sizes tell little. */
const STEP = 16 * 1024
const EVERYTHING_IS_SAID = { intent: () => false, passage: () => false }

type Line = { readonly session: CircleSession; readonly other: string; readonly secrets: LinkSecrets }

/**
 * [Q2] What linked circles say to each other, on a stick that both come by: a letter for each link, sealed so that only
 * the other circle opens it, and written anew only where there is something else to say.
 */
export async function exchangeLetters(
  folder: string,
  sessions: readonly CircleSession[],
  { chance, untold }: { readonly chance: Chance; readonly untold: Untold },
): Promise<number> {
  const lines = sessions.flatMap(linesOf)
  if (lines.length === 0) return 0
  const place = await placeOn(folder, realFiles)
  const letters = await lettersIn(place)
  let told = 0
  for (const line of lines) told += await read(line, letters, untold)
  for (const line of lines) await write(line, place, letters, chance)
  return told
}

function linesOf(session: CircleSession): Line[] {
  if (!session.belongs() || purpose(session.circle).practice) return []
  return linkedCircles(session.circle).flatMap((other) => {
    const link = linkOf(session.circle, other, dayOf(session.now))
    const secrets = link === null ? null : linkSecrets(session.circle, session.keys(), link, session.now)
    return secrets === null ? [] : [{ session, other, secrets }]
  })
}

async function lettersIn(place: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  for (const name of await namesIn(place)) {
    const file = join(place, name)
    const bytes = (await stat(file)).size > MOST_BYTES ? undefined : await readFile(file).catch(() => undefined)
    if (bytes !== undefined) found.set(name, bytes)
  }
  return found
}

const namesIn = async (place: string): Promise<string[]> =>
  (await readdir(place).catch(() => [])).filter((name) => LETTER.test(name)).slice(0, MOST_LETTERS)

/** By which one sees that another letter lies there. */
export async function lettersThere(place: string): Promise<string[]> {
  const names = await namesIn(place)
  return Promise.all(names.map(async (name) => `${name} ${(await stat(join(place, name))).mtimeMs}`))
}

async function read({ session, other, secrets }: Line, letters: Map<string, Buffer>, untold: Untold): Promise<number> {
  let told = 0
  for (const bytes of letters.values())
    for (const text of secrets.hears.flatMap((secret) => opened(bytes, secret) ?? [])) {
      for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
        const telling = tellingIn(line)
        const from = telling.ok ? (telling.value.through ?? fromOf(telling.value.statement)) : null
        if (!telling.ok || from !== other || toldWithinDay(session.circle, other, session.now) >= MOST_A_DAY) continue
        const taken = await takeIn(session, telling.value)
        untold.note(other, session.circle.id, [taken])
        if (taken.ok && taken.value === 'told') told += 1
      }
    }
  return told
}

const fromOf = (statement: Record<string, unknown>): unknown =>
  (statement['statement'] as { from?: unknown } | undefined)?.from

async function write({ session, other, secrets }: Line, place: string, letters: Map<string, Buffer>, chance: Chance) {
  const meant = meantFor(session, other, null, EVERYTHING_IS_SAID)
  const [now, ...before] = secrets.shows
  if (now !== undefined) await put(meant, now, { place, letters, chance })
  // Whoever still waits by an offer, or by a key of before, learns only what they need to hear the rest.
  const consent = meant.filter(({ kind }) => kind === 'link')
  for (const secret of before) await put(consent, secret, { place, letters, chance })
}

type There = { readonly place: string; readonly letters: Map<string, Buffer>; readonly chance: Chance }

async function put(meant: readonly Meant[], secret: Uint8Array, { place, letters, chance }: There): Promise<void> {
  if (meant.length === 0) return
  const name = `${randomName(() => hash(Buffer.from('nst/1 letter name'), secret).subarray(0, 8))}.NSL`
  const ids = meant.map(({ id }) => id).join()
  const before = letters.get(name)
  // The first line says which it holds, so that nobody writes the same again.
  if (before !== undefined && opened(before, secret)?.startsWith(`#${ids}\n`) === true) return
  const tellings = await Promise.all(meant.map(({ make }) => make()))
  const lines = tellings.flatMap((one) => (one === null ? [] : [encodeCanonical(one)]))
  const text = Buffer.from(`#${ids}\n${lines.join('\n')}\n`, 'utf8')
  const padded = Buffer.concat([text], Math.ceil(text.byteLength / STEP) * STEP).fill(0x0a, text.byteLength)
  const nonce = chance(NONCE_SIZE)
  await realFiles.makeFolder(place)
  const part = join(place, `${name.slice(0, 8)}.TMP`)
  await realFiles.remove(part)
  const file = await realFiles.create(part)
  try {
    await file.write(Buffer.concat([nonce, seal(padded, keyOf(secret), nonce)]))
    await file.sync()
  } finally {
    await file.close()
  }
  await realFiles.rename(part, join(place, name))
  await realFiles.syncFolder(place)
}

const keyOf = (secret: Uint8Array): Uint8Array => hash(Buffer.from('nst/1 link letter'), secret)

/** Undefined for a letter that is not for this circle. */
function opened(bytes: Buffer, secret: Uint8Array): string | undefined {
  const text = open(bytes.subarray(NONCE_SIZE), keyOf(secret), bytes.subarray(0, NONCE_SIZE))
  return text === undefined ? undefined : Buffer.from(text).toString('utf8')
}
