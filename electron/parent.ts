import type { AnyPort } from '../src/api/ports.ts'
import type { FromNode, OfPort, ToNode } from './talk.ts'

/** Main, as the node's process has it: in one of Electron's processes, or in a plain Node's. */
export interface Parent {
  readonly tell: (message: FromNode) => void
  readonly onMessage: (listener: (message: ToNode, port: AnyPort | undefined) => void) => void
  /** Main is gone: nobody is left to answer to. */
  readonly onGone: (listener: () => void) => void
}

export function parentHere(): Parent {
  return process.parentPort === undefined ? overIpc() : overParentPort()
}

function overParentPort(): Parent {
  const { parentPort } = process
  return {
    tell: (message) => parentPort.postMessage(message),
    onMessage: (listener) =>
      parentPort.on('message', ({ data, ports }) => listener(data as ToNode, ports[0] as AnyPort | undefined)),
    // Electron ends its utility processes with itself.
    onGone: () => undefined,
  }
}

function overIpc(): Parent {
  const ports = new Map<number, PassedOn>()
  let hear: Parameters<Parent['onMessage']>[0] = () => undefined
  const send = (message: FromNode | OfPort) => void (process.connected && process.send?.(message))
  process.on('message', (message: Partial<ToNode> & Partial<OfPort>) => {
    const { type, port: number } = message
    if (number === undefined) return hear(message as ToNode, undefined)
    if (type === 'connect') {
      const port = new PassedOn((data) => send({ port: number, data }))
      ports.set(number, port)
      return hear({ type }, port)
    }
    ports.get(number)?.hears(message.closed === true ? 'close' : 'message', message.data)
    if (message.closed === true) ports.delete(number)
  })
  return {
    tell: send,
    onMessage: (listener) => (hear = listener),
    onGone: (listener) => process.once('disconnect', listener),
  }
}

type Heard = 'message' | 'close'

/** A page's port whose messages main passes on, in the shape of Electron's own: what comes before it starts waits. */
class PassedOn {
  readonly postMessage: (data: unknown) => void
  readonly #listeners = new Map<Heard, ((event?: { data: unknown }) => void)[]>()
  #waiting: [Heard, unknown][] | null = []

  constructor(postMessage: (data: unknown) => void) {
    this.postMessage = postMessage
  }

  on(event: Heard, listener: (event?: { data: unknown }) => void): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
    return this
  }

  start(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const [event, data] of waiting) this.hears(event, data)
  }

  hears(event: Heard, data: unknown): void {
    if (this.#waiting !== null) this.#waiting.push([event, data])
    else for (const listener of this.#listeners.get(event) ?? []) listener({ data })
  }
}
