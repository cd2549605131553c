import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { ApiRouter } from './router.ts'
import { serveSocket } from './server.ts'

/** The one path of the API on every HTTP server. */
export const RPC_PATH = '/rpc'
/** Nothing a person sends is larger; a message above it ends its connection. */
const MAX_MESSAGE = 4 * 1024 * 1024

export type WebSocketDoor = {
  /** For an HTTP server's `upgrade` event, after it has checked who is asking. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly close: () => void
}

/** Lets WebSockets in to the API, whichever HTTP server they come through. */
export function openDoor(router: ApiRouter, maxPayload = MAX_MESSAGE): WebSocketDoor {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload })
  return {
    upgrade(request, socket, head) {
      if (request.url !== RPC_PATH) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
        return
      }
      sockets.handleUpgrade(request, socket, head, (open) => {
        // An oversized or broken frame is an error event first; unheard, it would end the process.
        open.on('error', () => open.terminate())
        serveSocket(router, open)
      })
    },
    close() {
      for (const open of sockets.clients) open.terminate()
      sockets.close()
    },
  }
}
