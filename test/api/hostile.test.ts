import { MessageChannel } from 'node:worker_threads'
import { connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { clientOverPort } from '../../src/api/client.ts'
import { connectLocalSocket } from '../../src/api/local-client.ts'
import { serveLocalSocket } from '../../src/api/local-socket.ts'
import { createRouter } from '../../src/api/router.ts'
import { servePort } from '../../src/api/server.ts'
import { fakeNode } from './fake-node.ts'
import { folder } from './wires.ts'

const GARBAGE = [
  '',
  'x',
  '{}',
  '[]',
  'null',
  '{"i":"1"}',
  '{"i":"1","p":{"u":"::"}}',
  '{"i":1,"t":9,"p":null}',
  '\u0000',
]

function quiet() {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => said.mockRestore())
}

test('garbage on a port harms nobody', async () => {
  quiet()
  const { node } = fakeNode()
  const { port1, port2 } = new MessageChannel()
  servePort(createRouter(node), port1)
  onTestFinished(() => port2.close())
  for (const garbage of [...GARBAGE, 7, null, undefined, {}, new Uint8Array([255, 255])]) port2.postMessage(garbage)
  expect(await clientOverPort(port2).circle.list({})).toEqual([])
})

test('garbage on the socket harms nobody; an oversized message ends only its own connection', async () => {
  quiet()
  const { node } = fakeNode()
  const dir = await folder()
  const served = await serveLocalSocket(dir, createRouter(node), { maxPayload: 10_000 })
  if (!served.ok) throw new Error(served.refusal.code)
  onTestFinished(served.value.close)
  const open = async () => {
    const socket = new WebSocket('ws://localhost/rpc', { createConnection: () => connect(served.value.path) })
    await new Promise((resolve) => socket.once('open', resolve))
    return socket
  }
  const rude = await open()
  for (const garbage of GARBAGE) rude.send(garbage)
  rude.send(new Uint8Array([255, 255]))
  const big = await connectLocalSocket(dir)
  await expect(big!.client.circle.create({ name: 'x'.repeat(20_000), aim: 'x' })).rejects.toBeInstanceOf(Error)
  const other = await connectLocalSocket(dir)
  expect(await other!.client.circle.list({})).toEqual([])
  const elsewhere = new WebSocket('ws://localhost/other', { createConnection: () => connect(served.value.path) })
  expect(await new Promise((resolve) => elsewhere.once('error', resolve))).toMatchObject({ message: /404/ })
  rude.terminate()
  other!.close()
})
