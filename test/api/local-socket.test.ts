import { chmod, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { connectLocalSocket } from '../../src/api/local-client.ts'
import { serveLocalSocket } from '../../src/api/local-socket.ts'
import { createRouter } from '../../src/api/router.ts'
import { fakeNode } from './fake-node.ts'
import { folder } from './wires.ts'

const router = () => createRouter(fakeNode().node)

test('the socket is for this user alone, and gone when the node is', async () => {
  const dir = await folder()
  await chmod(dir, 0o755)
  const served = await serveLocalSocket(dir, router())
  if (!served.ok) throw new Error(served.refusal.code)
  expect((await stat(served.value.path)).mode & 0o777).toBe(0o600)
  expect((await stat(dir)).mode & 0o777).toBe(0o700)
  expect(await connectLocalSocket(dir)).toBeDefined()
  await served.value.close()
  await expect(stat(served.value.path)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await connectLocalSocket(dir)).toBeUndefined()
})

test('a socket left behind by a node that was killed is replaced', async () => {
  const dir = await folder()
  const leave = `require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`
  spawnSync(process.execPath, ['-e', leave, join(dir, 'node.sock')])
  expect((await stat(join(dir, 'node.sock'))).isSocket()).toBe(true)
  expect(await connectLocalSocket(dir)).toBeUndefined()
  const served = await serveLocalSocket(dir, router())
  expect(served.ok && (await connectLocalSocket(dir))).toBeTruthy()
  if (served.ok) await served.value.close()
})

test('a node that answers keeps its socket', async () => {
  const dir = await folder()
  const first = await serveLocalSocket(dir, router())
  if (first.ok) onTestFinished(first.value.close)
  expect(await serveLocalSocket(dir, router())).toMatchObject({ refusal: { code: 'store-busy' } })
  expect(await connectLocalSocket(dir)).toBeDefined()
})

test("what is not a socket is left alone; a folder's path with no room for one is said so", async () => {
  const dir = await folder()
  await writeFile(join(dir, 'node.sock'), 'mine')
  const taken = await serveLocalSocket(dir, router())
  expect(taken).toMatchObject({ refusal: { code: 'cannot-listen', about: { why: 'taken' } } })
  const long = await serveLocalSocket(join(dir, 'x'.repeat(100)), router())
  expect(long).toMatchObject({ refusal: { code: 'cannot-listen', about: { why: 'path-too-long' } } })
  expect(await connectLocalSocket(join(dir, 'x'.repeat(100)))).toBeUndefined()
})

test("a folder's name may hold colons, spaces and umlauts", async () => {
  const dir = join(await folder(), 'Für: uns 100%')
  const served = await serveLocalSocket(dir, router())
  if (served.ok) onTestFinished(served.value.close)
  expect(await (await connectLocalSocket(dir))!.client.circle.list({})).toEqual([])
})

test('something that answers but is no node is not waited for', async () => {
  const dir = await folder()
  const mute = createServer((socket) => socket.end('no\r\n\r\n'))
  await new Promise<void>((resolve) => mute.listen(join(dir, 'node.sock'), resolve))
  onTestFinished(() => void mute.close())
  expect(await connectLocalSocket(dir)).toBeUndefined()
})
