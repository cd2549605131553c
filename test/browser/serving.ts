import { mkdir, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createRouter } from '../../src/api/router.ts'
import { LIMITS, type Limits } from '../../src/browser/limits.ts'
import { browserProgram } from '../../src/browser/program.ts'
import { openWindowServer } from '../../src/browser/window-server.ts'
import { Windows } from '../../src/browser/windows.ts'
import { LAUNCH_FRAGMENT, LAUNCH_PATH, protocolsWith, RPC_PATH } from '../../src/browser/wire.ts'
import { fakeNode } from '../api/fake-node.ts'
import { testFolder } from '../helpers/folder.ts'
import { refuse } from '../../src/domain/refusal.ts'

export const INDEX = '<!doctype html><meta property="csp-nonce" content="__CSP_NONCE__"><title>window</title>'

/** A window of three files, and beside its folder something that no page may see. */
export async function builtWindow(): Promise<string> {
  const root = join(await testFolder(), 'window')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(root, 'index.html'), INDEX)
  await writeFile(join(root, 'assets', 'main.js'), 'export {}')
  await writeFile(join(root, 'assets', 'main.css'), 'body {}')
  await writeFile(join(root, '..', 'secret.js'), 'secret')
  return root
}

/** A window server over a fake node, with a clock that stands until it is moved. */
export async function serving(changed: Partial<Limits> = {}, given: { root?: string; port?: number } = {}) {
  const limits = { ...LIMITS, ...changed }
  const root = given.root ?? (await builtWindow())
  const fake = fakeNode()
  const time = { now: 1_800_000_000_000 }
  const clock = () => time.now
  const stopped = { times: 0 }
  const windows = new Windows({ clock, chance, limits, changed: fake.ring })
  const routerFor = (asking: string): ReturnType<typeof createRouter> => {
    const stop = () => void (stopped.times += 1)
    const alone = { at: () => null, hand: async () => refuse('no-such-person') }
    const of = { version: '1.2.3', dataFolder: '/data', windows, newLink: () => server.newLink(), ...alone, stop }
    return createRouter({ ...fake.node, program: browserProgram(of, asking) })
  }
  const server = await openWindowServer({ root, windows, routerFor, clock, limits, port: given.port ?? 0 })
  onTestFinished(server.close)
  const { host } = new URL(server.origin)
  return { ...server, ...fake, host, root, windows, time, stopped, limits }
}
export type Serving = Awaited<ReturnType<typeof serving>>

let drawn = 0
const chance = (size: number) => Buffer.alloc(size, String((drawn += 1)).padStart(8, '0'))

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }
type Asking = { method?: string; path?: string; headers?: Record<string, string>; body?: string }

/** One request, its path sent as it is written; the Host is ours unless `headers` say otherwise. */
export async function ask(server: Pick<Serving, 'origin'>, asking: Asking = {}): Promise<Answer> {
  const { hostname, port } = new URL(server.origin)
  const { method = 'GET', path = '/', headers = {}, body } = asking
  return new Promise((resolve, reject) => {
    const sent = request({ host: hostname, port, method, path, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    sent.once('error', reject).end(body)
  })
}

/** What comes back for bytes that no well-behaved client would send, until the other end closes. */
export async function askRaw({ origin }: Pick<Serving, 'origin'>, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.write(text)
  let answer = ''
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part))
  socket.on('error', () => socket.destroy())
  await new Promise((resolve) => socket.once('close', resolve))
  return answer
}

export type Knock = { path?: string; origin?: string | null; host?: string; protocols?: string[] }

/** Tries to open a WebSocket; the socket, or the status of the refusal. */
export async function knock(server: Pick<Serving, 'origin'>, asking: Knock = {}): Promise<WebSocket | number> {
  const socket = dial(server, asking)
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.once('error', reject)
  })
}

function dial(server: Pick<Serving, 'origin'>, { path = RPC_PATH, origin, host, protocols = [] }: Knock): WebSocket {
  const from = origin === null ? {} : { Origin: origin ?? server.origin }
  const headers = { ...from, ...(host === undefined ? {} : { Host: host }) }
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}${path}`, protocols, { headers })
  onTestFinished(() => socket.terminate())
  return socket
}

/** As a page does it: a window's own token, for the token of a new link. */
export async function letIn(server: Pick<Serving, 'origin' | 'newLink'>, link = linkToken(server)): Promise<string> {
  const socket = dial(server, { path: LAUNCH_PATH, protocols: protocolsWith(link) })
  // Listened for from the start: it comes together with the opening.
  const message = await new Promise<string>((resolve, reject) => {
    socket.once('message', (data: Buffer) => resolve(data.toString())).once('error', reject)
  })
  return (JSON.parse(message) as { token: string }).token
}

export const linkToken = (server: Pick<Serving, 'newLink'>): string =>
  new URL(server.newLink().link).hash.slice(LAUNCH_FRAGMENT.length)

/** An open socket of a window that was let in. */
export async function enter(server: Pick<Serving, 'origin' | 'newLink'>, token?: string): Promise<WebSocket> {
  const socket = await knock(server, { protocols: protocolsWith(token ?? (await letIn(server))) })
  if (typeof socket === 'number') throw new Error(`refused: ${socket}`)
  return socket
}

/** The code with which it closes. */
export const closing = async (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => socket.once('close', resolve))
