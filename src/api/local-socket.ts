import { chmod, lstat, mkdir, unlink } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { Outcome, Refusal } from '../domain/refusal.ts'
import { someoneAnswers } from './local-client.ts'
import type { ApiRouter } from './router.ts'
import { socketPath } from './socket-path.ts'
import { openDoor, type DoorOptions } from './websocket-door.ts'

export type LocalSocket = { readonly path: string; readonly close: () => Promise<void> }

/**
 * Answers on `node.sock` inside the data folder, to this user of this machine alone. Call it only while holding the
 * store: then a socket that nobody answers is a leftover and is replaced. Refuses with `store-busy` where somebody
 * does answer, and with `cannot-listen` where the path is too long, taken by something else or not writable.
 */
export async function serveLocalSocket(
  dir: string,
  router: ApiRouter,
  options: DoorOptions = {},
): Promise<Outcome<LocalSocket>> {
  const path = socketPath(dir)
  if (path === undefined) return refuse('cannot-listen', { why: 'path-too-long', path: dir })
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await chmod(dir, 0o700)
    const place = await clearPlace(path)
    if (!place.ok) return place
    return { ok: true, value: await listen(path, router, options) }
  } catch (error) {
    return refuse('cannot-listen', { why: (error as NodeJS.ErrnoException).code ?? String(error), path })
  }
}

const refuse = (code: 'cannot-listen' | 'store-busy', about: Refusal['about'] & object): Outcome<never> => ({
  ok: false,
  refusal: { code, about },
})

async function clearPlace(path: string): Promise<Outcome<null>> {
  const found = await lstat(path).catch(() => undefined)
  if (found === undefined) return { ok: true, value: null }
  if (!found.isSocket()) return refuse('cannot-listen', { why: 'taken', path })
  if (await someoneAnswers(path)) return refuse('store-busy', { path })
  await unlink(path)
  return { ok: true, value: null }
}

async function listen(path: string, router: ApiRouter, options: DoorOptions): Promise<LocalSocket> {
  const door = openDoor(router, options)
  const http = createServer((_request, response) => void response.writeHead(404).end())
  http.on('upgrade', door.upgrade)
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(path, resolve))
  await chmod(path, 0o600)
  return { path, close: () => close(http, door.close) }
}

async function close(http: Server, closeDoor: () => void): Promise<void> {
  closeDoor()
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  http.closeAllConnections()
  await closed
}
