import { EventEmitter } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { clientOverPort, type Client } from '../../src/api/client.ts'
import { clientInProcess } from '../../src/api/in-process.ts'
import { connectLocalSocket } from '../../src/api/local-client.ts'
import { serveLocalSocket } from '../../src/api/local-socket.ts'
import { type ApiRouter } from '../../src/api/router.ts'
import { servePort } from '../../src/api/server.ts'

export type Wire = { client: Client; cut: () => void }

/** Every way a client can be joined to a node. */
export const wires: Record<string, (router: ApiRouter) => Promise<Wire>> = {
  'in process': async (router) => ({ client: clientInProcess(router), cut: () => {} }),
  'a message port': async (router) => {
    const { port1, port2 } = new MessageChannel()
    servePort(router, port1)
    onTestFinished(() => port2.close())
    return { client: clientOverPort(port2), cut: () => port2.close() }
  },
  "a port shaped like Electron's": async (router) => {
    const { port1, port2 } = new MessageChannel()
    servePort(router, mainPort(port1))
    onTestFinished(() => port2.close())
    return { client: clientOverPort(port2), cut: () => port2.close() }
  },
  'a WebSocket over a unix socket': async (router) => {
    const dir = await folder()
    const served = await serveLocalSocket(dir, router)
    if (!served.ok) throw new Error(served.refusal.code)
    onTestFinished(served.value.close)
    const local = await connectLocalSocket(dir)
    if (local === undefined) throw new Error('nobody answers')
    return { client: local.client, cut: local.close }
  },
}

function mainPort(port: InstanceType<typeof MessageChannel>['port1']) {
  const events = new EventEmitter()
  port.on('close', () => events.emit('close'))
  const start = () => void port.on('message', (data) => events.emit('message', { data, ports: [] }))
  return Object.assign(events, { start, postMessage: (data: unknown) => port.postMessage(data) })
}

/** A short path: a socket's name has little room. */
export async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'nst-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
