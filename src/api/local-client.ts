import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { type Client, clientOverSocket } from './client.ts'
import { socketPath } from './socket-path.ts'
import { AT_PATH, RPC_PATH } from './websocket-door.ts'

/** A node that is there but does not answer in this time is taken for busy. */
const PATIENCE_MS = 2000

export type LocalClient = { readonly client: Client; readonly close: () => void }

/** `beside`: the local name of somebody who has a key on that device. The node that runs on a data folder; undefined where none answers (and the store may be free, or held for a moment). */
export async function connectLocalSocket(dir: string, beside?: string): Promise<LocalClient | undefined> {
  const path = socketPath(dir)
  if (path === undefined) return undefined
  // Not a `ws+unix:` address: it breaks at a colon, a space or an umlaut in the folder's name.
  const socket = new WebSocket(`ws://localhost${beside === undefined ? RPC_PATH : `${AT_PATH}${beside}`}`, {
    createConnection: () => connect(path),
    handshakeTimeout: PATIENCE_MS,
    perMessageDeflate: false,
  })
  const open = await new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true)).once('close', () => resolve(false))
    socket.on('error', () => resolve(false))
  })
  if (!open) return undefined
  return { client: clientOverSocket(socket as unknown as globalThis.WebSocket), close: () => socket.terminate() }
}

/** Whether any program listens on a socket. */
export async function someoneAnswers(path: string): Promise<boolean> {
  const socket = connect(path)
  const answered = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  })
  socket.destroy()
  return answered
}
