import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket as Ws } from 'ws'
import { askRunning } from '../../src/browser/already-running.ts'
import { LIMITS } from '../../src/browser/limits.ts'
import { runProgram } from '../../src/browser/run-program.ts'
import { LAUNCH_FRAGMENT } from '../../src/browser/wire.ts'
import { openBackend } from '../../src/backend.ts'
import { clientOverSocket } from '../../src/api/client.ts'
import { connectLocalSocket } from '../../src/api/local-client.ts'
import { serveLocalSocket } from '../../src/api/local-socket.ts'
import { createRouter } from '../../src/api/router.ts'
import { folder } from '../api/wires.ts'
import { fakeNode } from '../api/fake-node.ts'
import { refusalOf } from '../helpers/nodes.ts'
import { ask, builtWindow, closing, enter } from './serving.ts'

const clientOf = (socket: Ws) => clientOverSocket(socket as unknown as WebSocket)

/** The whole program on a real node, with a placeholder for its window. */
async function running(dir: string, port = 0) {
  const warnings: string[] = []
  const program = await runProgram({
    dataFolder: dir,
    root: await builtWindow(),
    version: '1.2.3',
    port,
    openNode: async (program) => {
      const opened = await openBackend(dir, { program })
      if (!opened.ok) throw new Error(opened.refusal.code)
      return opened.value
    },
    clock: () => Date.now(),
    chance: (size) => crypto.getRandomValues(new Uint8Array(size)),
    warn: (message) => warnings.push(message),
    limits: LIMITS,
  })
  onTestFinished(program.close)
  return { ...program, warnings }
}

test('a window and the command line reach the same node, and see what the other does', async () => {
  const dir = await folder()
  const program = await running(dir)
  const window = clientOf(await enter(program))
  const line = await connectLocalSocket(dir)
  onTestFinished(() => line?.close())
  await window.profile.create({ name: 'Ana' })
  const following = await window.live.circle.list({})
  expect((await following.next()).value).toEqual([])
  await line!.client.circle.create({ name: 'Garden', aim: 'to grow' })
  expect((await following.next()).value).toMatchObject([{ name: 'Garden' }])
  await following.return?.()
  expect(await line!.client.program.info({})).toMatchObject({ mode: 'browser', version: '1.2.3', dataFolder: dir })
  expect(await line!.client.program.windows({})).toMatchObject([{ connected: true, isThis: false }])
  expect(program.warnings).toEqual([])
})

test('asked to stop, it answers, and gives back the port, the socket and the store', async () => {
  const dir = await folder()
  const program = await running(dir)
  const socket = await enter(program)
  const closed = closing(socket)
  const asked = new Promise((resolve) => program.asked.addEventListener('abort', resolve))
  expect(await clientOf(socket).program.stop({})).toEqual({})
  await asked
  await program.close()
  expect(await closed).toBe(1001)
  await expect(ask(program)).rejects.toThrow('ECONNREFUSED')
  await expect(stat(join(dir, 'node.sock'))).rejects.toThrow('ENOENT')
  // Another may begin on the same folder and the same port at once.
  const again = await running(dir, Number(new URL(program.origin).port))
  expect(await clientOf(await enter(again)).program.windows({})).toHaveLength(1)
})

test('what cannot begin leaves nothing open', async () => {
  const dir = await folder()
  const first = await running(dir)
  const other = await folder()
  const { port } = new URL(first.origin)
  await expect(running(other, Number(port))).rejects.toThrow('EADDRINUSE')
  await expect(running(dir)).rejects.toThrow('store-busy')
  await running(other)
})

test('a second start is led to the first: by a new link, where there are windows', async () => {
  const dir = await folder()
  expect(await askRunning(dir)).toBeUndefined()
  const program = await running(dir)
  const found = await askRunning(dir)
  expect(found?.link).toContain(`${program.origin}/${LAUNCH_FRAGMENT}`)
})

test('a node of the command line has no windows, opens none and is not stopped from afar', async () => {
  const dir = await folder()
  const opened = await openBackend(dir)
  if (!opened.ok) throw new Error(opened.refusal.code)
  onTestFinished(opened.value.close)
  const served = await serveLocalSocket(dir, createRouter(opened.value.commands))
  if (served.ok) onTestFinished(served.value.close)
  const line = await connectLocalSocket(dir)
  onTestFinished(() => line?.close())
  const { program } = line!.client
  expect(await program.info({})).toMatchObject({ mode: 'cli', dataFolder: dir })
  expect(await program.windows({})).toEqual([])
  expect(await program.endWindow({ window: 'all' })).toEqual({ ended: 0 })
  expect(await refusalOf(program.openWindow({}))).toBe('not-yet')
  expect(await refusalOf(program.stop({}))).toBe('not-yet')
  expect(await askRunning(dir)).toEqual({ link: null })
})

test('a node that knows nothing of programs is one without windows', async () => {
  const dir = await folder()
  const served = await serveLocalSocket(dir, createRouter(fakeNode().node))
  if (served.ok) onTestFinished(served.value.close)
  expect(await askRunning(dir)).toEqual({ link: null })
})
