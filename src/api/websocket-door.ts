import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { ApiRouter } from './router.ts'
import { serveSocket } from './server.ts'

/** The one path of the API on every HTTP server. */
export const RPC_PATH = '/rpc'
/** Before the local name of somebody who has a key on this device. */
export const AT_PATH = '/rpc/at/'
/** Nothing a person sends is larger; a message above it ends its connection. */
const MAX_MESSAGE = 4 * 1024 * 1024

export type WebSocketDoor = {
  /** For an HTTP server's `upgrade` event, after it has checked who is asking. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly close: () => void
}

export type DoorOptions = {
  readonly maxPayload?: number
  /** The API as somebody else has it who has a key on this device; undefined where there is nobody of that local name. */
  readonly routerAt?: (beside: string) => Promise<ApiRouter | undefined>
}

/** Lets WebSockets in to the API, whichever HTTP server they come through. */
export function openDoor(router: ApiRouter, { maxPayload = MAX_MESSAGE, routerAt }: DoorOptions = {}): WebSocketDoor {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload })
  const letIn = (found: ApiRouter, request: IncomingMessage, socket: Duplex, head: Buffer) =>
    sockets.handleUpgrade(request, socket, head, (open) => {
      // An oversized or broken frame is an error event first; unheard, it would end the process.
      open.on('error', () => open.terminate())
      serveSocket(found, open)
    })
  return {
    upgrade(request, socket, head) {
      if (request.url === RPC_PATH) return letIn(router, request, socket, head)
      const beside = request.url?.startsWith(AT_PATH) === true ? request.url.slice(AT_PATH.length) : undefined
      if (beside === undefined || routerAt === undefined) return deny(socket)
      void routerAt(beside).then(
        (found) => (found === undefined ? deny(socket) : letIn(found, request, socket, head)),
        () => deny(socket),
      )
    },
    close() {
      for (const open of sockets.clients) open.terminate()
      sockets.close()
    },
  }
}

const deny = (socket: Duplex): void => void socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
