import { randomBytes } from 'node:crypto'
import { STATUS_CODES, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { isPage, withNonce, type BuiltWindow } from './built-window.ts'
import { hostAsked, refusedBecause } from './gate.ts'
import { safeHeaders } from './headers.ts'

export type PagesOptions = {
  readonly hosts: ReadonlySet<string>
  readonly built: () => Promise<BuiltWindow>
  readonly longestUrl: number
  /** Whether one more request is taken now. */
  readonly mayAsk: () => boolean
}

/** Answers plain requests: the files of the built window and nothing else. They hold nothing private. */
export function answerPages(options: PagesOptions): RequestListener {
  return (request, response) => {
    answer(options, request, response).catch(() => refuse(response, null, 500))
  }
}

async function answer(options: PagesOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const host = hostAsked(request, options.hosts)
  if (host === null) return refuse(response, host, 403)
  const refused = refusedBecause(request, host, options.longestUrl)
  if (refused !== null) return refuse(response, host, refused)
  if (!options.mayAsk()) return refuse(response, host, 429)
  const file = (await options.built()).get(request.url ?? '')
  if (file === undefined) return refuse(response, host, 404)
  const nonce = isPage(file) ? randomBytes(16).toString('base64') : null
  const bytes = withNonce(file, nonce)
  const about = { 'Content-Type': file.type, 'Content-Length': bytes.length }
  response.writeHead(200, { ...safeHeaders(reachFrom(host), nonce), ...about })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** The files and the socket of the very name by which the page was asked for. */
const reachFrom = (host: string): string => `'self' ws://${host}`

function refuse(response: ServerResponse, host: string | null, status: number): void {
  if (response.headersSent) return void response.destroy()
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {}
  // Closed, so that what a refused request still sends is not waited for.
  response
    .writeHead(status, {
      ...safeHeaders(host === null ? null : reachFrom(host), null),
      ...allow,
      'Content-Length': 0,
      Connection: 'close',
    })
    .end()
}

/** A refusal where there is no answer to write it to: of an upgrade, or of something that is not HTTP. */
export function refuseSocket(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy()
  const headers = { ...safeHeaders(null, null), 'Content-Length': '0', Connection: 'close' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`)
}
