import type { WebSocket } from 'ws'

/** The window's or a worker's port. */
type DomPort = Pick<InstanceType<typeof MessagePort>, 'postMessage' | 'addEventListener' | 'start'>
/** Electron's `MessagePortMain`: events carry the data, and listening does not start it. */
type MainPort = {
  postMessage: (data: unknown) => void
  on: (event: 'message' | 'close', listener: (event?: { data: unknown }) => void) => unknown
  start: () => void
}
export type AnyPort = DomPort | MainPort
/** The part of a WebSocket that the server needs. */
export type Channel = Pick<WebSocket, 'addEventListener' | 'send'>

/**
 * Any port as a channel. oRPC's own port adapter lets a malformed message become an unhandled rejection, which would
 * end the node; its WebSocket adapter does not, and the messages are the same.
 */
export function channelOf(port: AnyPort): Channel {
  const listen = (event: 'message' | 'close', listener: (event: never) => void) =>
    'addEventListener' in port ? port.addEventListener(event, listener as never) : port.on(event, listener as never)
  return { send: (data: unknown) => port.postMessage(data), addEventListener: listen } as unknown as Channel
}
