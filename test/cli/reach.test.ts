import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { serveLocalSocket } from '../../src/api/local-socket.ts'
import type { OpenBackend } from '../../src/api/node-port.ts'
import { createRouter } from '../../src/api/router.ts'
import { accept, refuse } from '../../src/domain/refusal.ts'
import { fakeNode, fakeWorld } from './fake-world.ts'

const busy: OpenBackend = async () => refuse('store-busy')
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

test('a node that is up does the work; the store is not opened', async () => {
  const { node, asked } = fakeNode({ 'circle.list': [] })
  const { run, dir, opened } = fakeWorld()
  const served = await serveLocalSocket(dir, createRouter(node))
  if (served.ok) onTestFinished(served.value.close)
  expect((await run('--json', 'circle', 'list')).json()).toEqual([])
  expect(asked).toHaveLength(1)
  expect(opened.times).toBe(0)
})

test('a refusal over the socket is the same refusal', async () => {
  const { node } = fakeNode({ 'round.close': async () => refuse('question-open') })
  const { run, dir } = fakeWorld()
  const served = await serveLocalSocket(dir, createRouter(node))
  if (served.ok) onTestFinished(served.value.close)
  expect(await run('round', 'close', 'p1')).toMatchObject({ code: 3 })
})

test('while another command holds the store it waits, and then has its turn', async () => {
  const free = fakeWorld({ 'circle.list': [] })
  let tries = 0
  const openBackend: OpenBackend = async (dir) => (++tries < 5 ? busy(dir) : free.openBackend(dir))
  const { run } = fakeWorld({}, { openBackend })
  expect(await run('circle', 'list')).toMatchObject({ code: 0 })
  expect(tries).toBe(5)
})

test('after ten seconds it says that the store is busy', async () => {
  const { run, time } = fakeWorld({}, { openBackend: busy })
  const ran = await run('--json', 'circle', 'list')
  expect(ran.code).toBe(3)
  expect(ran.json()).toMatchObject({ refusal: { code: 'store-busy' } })
  expect(time.now).toBe(10_000)
})

test('a damaged store is said so at once', async () => {
  const { run, time } = fakeWorld({}, { openBackend: async () => refuse('store-damaged') })
  expect(await run('circle', 'list')).toMatchObject({ code: 3 })
  expect(time.now).toBe(0)
})

test('up: first the address, then it answers others until Ctrl-C', async () => {
  const stop = new AbortController()
  const answers = { 'network.listen': { address: '127.0.0.1:5' }, 'circle.list': [] }
  const lines: string[] = []
  const up = fakeWorld(answers, { signal: stop.signal, stdout: { write: (text) => lines.push(text) } })
  const running = up.run('--json', 'up', '--listen', '127.0.0.1:0')
  await until(() => lines.length > 0)
  expect(JSON.parse(lines[0]!)).toEqual({ address: '127.0.0.1:5' })
  const other = fakeWorld()
  expect(await other.run('--json', '--data', up.dir, 'circle', 'list')).toMatchObject({ code: 0, out: '[]\n' })
  expect(await other.run('--data', up.dir, 'up')).toMatchObject({ code: 3 })
  stop.abort()
  expect((await running).code).toBe(0)
  expect(up.opened).toEqual({ times: 1, open: 0 })
  expect(other.opened.times).toBe(0)
})

test('up without an address to answer at; up where it cannot answer', async () => {
  const quiet = fakeWorld({}, { signal: AbortSignal.abort() })
  expect((await quiet.run('--json', 'up')).json()).toEqual({ address: null })
  const taken = fakeWorld({ 'network.listen': async () => refuse('cannot-listen', { address: 'x:1' }) })
  expect(await taken.run('up', '--listen', 'x:1')).toMatchObject({ code: 3 })
  expect(taken.opened.open).toBe(0)
  const long = fakeWorld()
  const ran = await long.run('--data', join(long.dir, 'x'.repeat(120)), 'up')
  expect(ran).toMatchObject({ code: 3 })
  expect(ran.err).toContain('too long')
  expect(long.opened.open).toBe(0)
})

const request = { request: 'j1', circle: 'c1', code: 'one two three four five', state: 'waiting' }

test('join: the five words are told before the wait, and the wait has an end', async () => {
  const told: string[] = []
  const wait = async () => {
    expect(told.join('')).toContain('one two three four five')
    return refuse('not-joined-yet')
  }
  const stderr = { write: (text: string) => told.push(text) }
  const { run, asked } = fakeWorld({ 'join.request': request, 'join.wait': wait }, { stderr })
  const ran = await run('--json', 'join', 'nst1', '--wait', '5')
  expect(ran.code).toBe(3)
  expect(ran.json()).toMatchObject({ refusal: { code: 'not-joined-yet' } })
  expect(asked.at(-1)).toEqual(['join.wait', { request: 'j1', seconds: 5 }])
})

test('join: let in', async () => {
  const wait = async () => accept({ ...request, state: 'joined' })
  const { run } = fakeWorld({ 'join.request': request, 'join.wait': wait })
  expect((await run('--json', 'join', 'nst1', '--wait', '5')).json()).toMatchObject({
    state: 'joined',
    code: request.code,
  })
})

test('Ctrl-C leaves a wait cleanly', async () => {
  const stop = new AbortController()
  const waits = {
    'join.request': request,
    'join.wait': async () => new Promise(() => stop.abort()),
    'circle.list': async () => new Promise(() => stop.abort()),
  }
  const joining = fakeWorld(waits, { signal: stop.signal })
  const ran = await joining.run('--json', 'join', 'nst1', '--wait', '60')
  expect(ran.json()).toMatchObject({ refusal: { code: 'not-joined-yet' } })
  expect(joining.opened.open).toBe(0)
  expect(await joining.run('circle', 'list')).toMatchObject({ code: 1 })
  expect(joining.opened.open).toBe(0)
})
