import { RPCHandler } from '@orpc/server/ws'
import { type AnyPort, type Channel, channelOf } from './ports.ts'
import type { ApiRouter } from './router.ts'

/** Answers on one WebSocket until it closes; what was being answered then is aborted. */
export function serveSocket(router: ApiRouter, socket: Channel): void {
  void new RPCHandler(router).upgrade(socket)
}

/** Answers on one message port: a worker's, the window's or Electron's. */
export function servePort(router: ApiRouter, port: AnyPort): void {
  serveSocket(router, channelOf(port))
  port.start()
}
