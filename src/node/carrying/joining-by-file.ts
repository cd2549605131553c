import { readdir, readFile, stat } from 'node:fs/promises'
import { join as joined } from 'node:path'
import { accept, refuse, type Outcome } from '../../domain/refusal.ts'
import { diskError } from '../../network/network-error.ts'
import { randomName } from '../../network/stick/random-name.ts'
import { readBundle } from '../../network/stick/read-bundle.ts'
import { goOn, partOf, type Watch } from '../../network/stick/watch.ts'
import { realFiles } from '../../network/stick/files.ts'
import { writeBundle } from '../../network/stick/write-bundle.ts'
import type { Chance } from '../chance.ts'
import type { CircleSession } from '../circle-session.ts'
import { scratchFolder } from '../data-folder.ts'
import { deviceKeys } from '../identity.ts'
import { openAnswer } from '../invitation/answer.ts'
import { asKnocked, carriedRequest, readCarried } from '../invitation/carried-request.ts'
import { inviteId } from '../invitation/invite.ts'
import { findRequest } from '../invitation/issued-invite.ts'
import type { Join } from '../invitation/join.ts'
import { openRequest } from '../invitation/request.ts'
import { isOpen } from '../joining.ts'
import type { RunningNode } from '../node.ts'
import { answerHead, readAnswerHead } from './answer-file.ts'
import { contentOf, fileCircle, takeIn } from './circle-files.ts'

const NAME = /\.nst$/i
/** Of a request as a file; anything larger is none. */
const MOST_REQUEST_BYTES = 16_384
const HERE_MS = 20_000

/** What the newcomer carries to their inviter: a text, for a picture, a letter or a file. */
export const requestText = (join: Join, chance: Chance): string =>
  carriedRequest(join.invite, Buffer.from(join.sealed, 'hex'), chance)

/** In a folder, it gets a name that says nothing. */
export async function writeText(wanted: string, text: string, chance: Chance): Promise<string> {
  const file = await fileAt(wanted, chance)
  const part = `${file}.part`
  try {
    await realFiles.remove(part)
    const handle = await realFiles.create(part)
    try {
      await handle.write(Buffer.from(`${text}\n`))
      await handle.sync()
    } finally {
      await handle.close()
    }
    await realFiles.rename(part, file)
    return file
  } catch (error) {
    await realFiles.remove(part).catch(() => undefined)
    throw diskError(error, { file }) ?? error
  }
}

export async function fileAt(wanted: string, chance: Chance): Promise<string> {
  return (await isFolder(wanted)) ? joined(wanted, `${randomName(chance)}.NST`) : wanted
}

/** The request in a file, or those in a folder. Refusals: `no-such-file`, `not-a-request`. */
export async function requestsIn(path: string): Promise<Outcome<string[]>> {
  const files = (await isFolder(path)) ? await namesIn(path) : [path]
  const texts = await Promise.all(files.map((file) => textOf(file)))
  const found = texts.filter((text) => text !== undefined && readCarried(text).ok) as string[]
  if (found.length > 0) return accept(found)
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  if (!isThere) return refuse('no-such-file', { file: path })
  const [only] = texts
  const told = texts.length === 1 && only !== undefined ? readCarried(only) : refuse('not-a-request')
  return told.ok ? accept([]) : told
}

/** A request that was carried is taken like one that came over a network, by the same rules. */
export async function takeRequest(
  node: RunningNode,
  text: string,
): Promise<Outcome<{ session: CircleSession; request: string }>> {
  const carried = readCarried(text)
  if (!carried.ok) return carried
  const { invite, bytes } = carried.value
  const session = node.sessions().find((one) => one.keys().invites.some(({ id }) => id === invite))
  const issued = session?.keys().invites.find(({ id }) => id === invite)
  if (session === undefined || issued === undefined) return refuse('no-such-invite')
  const sealed = asKnocked(issued.invite, bytes, node.options.chance)
  const opened = sealed === undefined ? refuse('not-a-request') : openRequest(issued.invite, sealed)
  if (sealed === undefined || !opened.ok) return opened.ok ? refuse('not-a-request') : opened
  const refused: { as: Outcome<never> | undefined } = { as: undefined }
  await node.inviting(session).knocked(invite, sealed, (status) => {
    if (status === 'used' || status === 'expired' || status === 'revoked') refused.as = refuse(`invite-${status}`)
    if (status === 'cancelled') refused.as = refuse('request-cancelled')
  })
  if (refused.as !== undefined) return refused.as
  const now = session.keys().invites.find(({ id }) => id === invite)
  const isHere = now !== undefined && findRequest(now, opened.value.id) !== undefined
  return isHere ? accept({ session, request: opened.value.id }) : refuse('too-many-requests')
}

/** For whoever was confirmed: what opens the circle to them alone, with all of it. */
export async function writeAnswer(
  session: CircleSession,
  request: string,
  wanted: string,
  chance: Chance,
  watch: Watch,
): Promise<Outcome<{ file: string; bytes: number }>> {
  const found = session.keys().invites.flatMap((issued) => findRequest(issued, request) ?? [])[0]
  if (found?.state === 'cancelled') return refuse('request-cancelled')
  if (found === undefined || found.answer === null) return refuse('no-such-request')
  const file = await fileAt(wanted, chance)
  const before = answerHead(request, Buffer.from(found.answer, 'hex'), chance)
  const { bytes } = await writeBundle({ file, before, ...(await contentOf(session, chance)), watch })
  return accept({ file, bytes })
}

/**
 * Takes up the answer in a file, or the one in a folder: the whole circle is proved before anything is changed. Refusals:
 * `not-an-answer`, `not-your-answer`, `join-cancelled`, `bundle-damaged`, and what the answer itself says.
 */
export async function takeAnswerFile(node: RunningNode, path: string, watch: Watch): Promise<Outcome<Join>> {
  const joining = node.joining()
  if (!joining.ok) return joining
  const files = (await isFolder(path)) ? await namesIn(path) : [path]
  let told: Outcome<never> = refuse('not-an-answer')
  let before: { readonly join: Join; readonly found: FoundAnswer } | undefined
  for (const file of files) {
    const head = await readAnswerHead(file)
    if (!head.ok) {
      if (files.length === 1) told = head
      continue
    }
    const join = joining.value.list().find(({ request }) => head.value.isFor(request))
    // Another in the same folder may be for what is still asked.
    if (join !== undefined && isOpen(join)) return enter(node, join, { ...head.value, file }, watch)
    if (join !== undefined && join.state !== 'cancelled') before ??= { join, found: { ...head.value, file } }
    else told = refuse(join === undefined ? 'not-your-answer' : 'join-cancelled')
  }
  return before === undefined ? told : enter(node, before.join, before.found, watch)
}

type FoundAnswer = { readonly file: string; readonly answer: Uint8Array; readonly at: number }

async function enter(
  node: RunningNode,
  join: Join,
  { file, answer, at }: FoundAnswer,
  watch: Watch,
): Promise<Outcome<Join>> {
  const opened = openAnswer(join.invite, join.request, deviceKeys(join.device).box, answer)
  if (!opened.ok) return opened
  const joining = node.joining()
  if (!joining.ok) return joining
  if (opened.value.kind === 'refused') {
    await joining.value.replied(inviteId(join.invite), answer)
    return refuse(opened.value.code)
  }
  const { circle, encryptionKey } = opened.value
  const scratch = scratchFolder(node.options.folder)
  const circles = [fileCircle(circle, encryptionKey)]
  const bundle = await readBundle({ file, at, scratch, circles, watch: partOf(watch, 0, 2) }).catch(asDamaged)
  try {
    const session = () => node.sessions().find((one) => one.circle.id === circle)
    const entering = joining.value.replied(inviteId(join.invite), answer)
    // It ends when the circle says so; a file may lack that, and then others have to bring it.
    void entering.catch(() => undefined)
    const late = AbortSignal.timeout(HERE_MS)
    const ended = watch.signal === undefined ? late : AbortSignal.any([late, watch.signal])
    await node.changes.until(() => session() !== undefined, ended)
    goOn(watch)
    const here = session()
    if (here === undefined) return refuse('store-damaged', { circle })
    await takeIn(here, bundle, partOf(watch, 1, 2))
    await node.whenJoined(join.request, ended)
    return accept(joining.value.list().find(({ request }) => request === join.request) ?? join)
  } finally {
    await bundle.close()
  }
}

/** The two parts of such a file belong together: another circle's behind the answer is damage. */
function asDamaged(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'not-your-circle' && code !== 'not-ours') throw error
  throw Object.assign(new Error('not what belongs to the answer'), { code: 'bundle-damaged' })
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (there) => there.isDirectory(),
    () => false,
  )
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names.filter((name) => NAME.test(name)).map((name) => joined(folder, name))
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    const { size } = await stat(file)
    return size > MOST_REQUEST_BYTES ? undefined : await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}

export const isRequestFile = async (file: string): Promise<boolean> => {
  const text = await textOf(file)
  return text !== undefined && /^\s*NSTR\d/i.test(text)
}

export const isAnswerFile = async (file: string): Promise<boolean> => {
  const head = await readAnswerHead(file)
  return head.ok || head.refusal.code === 'newer-version'
}
