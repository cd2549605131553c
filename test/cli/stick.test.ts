import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accept } from '../../src/domain/refusal.ts'
import { fakeWorld } from './fake-world.ts'

const circle = 'c1'.repeat(32)
const done = {
  folder: '/media/STICK',
  circles: [{ circle, name: 'Garden', read: 2, wrote: 0, bytes: 0, apart: true }],
  damaged: 1,
  newer: 1,
  told: 2,
}

test('a stick is told of in words, by absolute path; `stick FOLDER` is enough', async () => {
  const { run, dir, asked } = fakeWorld({ 'stick.sync': done })
  expect((await run('--json', 'stick', 'STICK')).json()).toEqual(done)
  const told = await run('stick', 'sync', 'STICK', '--circle', 'Garden', '--keep', '--limit', '5MB')
  for (const words of ['Garden: 2 new for you', 'damaged', 'newer version', 'you can take /media/STICK out now']) {
    expect(told.out).toContain(words)
  }
  expect(asked).toEqual([
    ['stick.sync', { folder: join(dir, 'STICK') }],
    ['stick.sync', { folder: join(dir, 'STICK'), circles: ['Garden'], keep: true, limit: 5_000_000 }],
  ])
})

test('a request is carried, read and answered', async () => {
  const request = { request: 'r1', circle, code: 'one two three four five', state: 'waiting' }
  const { run, dir, asked } = fakeWorld({
    'join.request': request,
    'join.carry': { text: 'NSTR1-AB', file: '/out' },
    'join.answer': { ...request, state: 'joined' },
    'invite.read': { requests: [{ ...request, circleName: 'Garden', name: 'Ben' }] },
    'invite.confirm': { person: 'p1' },
    'invite.answer': { file: '/answer', bytes: 9 },
  })
  expect((await run('--json', 'join', 'nst1-x', '--file', 'out')).json()).toMatchObject({
    file: '/out',
    state: 'waiting',
  })
  expect((await run('invite', 'read', 'in')).out).toContain('Ben asks to join Garden: one two three four five')
  expect((await run('invite', 'confirm', 'Garden', 'r1', '--file', 'answer')).out).toContain('/answer')
  expect((await run('join', '--answer', 'answer')).out).toContain('Welcome')
  const path = (name: string) => join(dir, name)
  expect(asked).toMatchObject([
    ['join.request', { invite: 'nst1-x', carried: true }],
    ['join.carry', { request: 'r1', file: path('out') }],
    ['invite.read', { file: path('in') }],
    ['invite.confirm', { circle: 'Garden', request: 'r1' }],
    ['invite.answer', { circle: 'Garden', request: 'r1', file: path('answer') }],
    ['join.answer', { file: path('answer') }],
  ])
})

test('Ctrl-C stops what the node reads or writes for long; until then it is told how far it is', async () => {
  for (const argv of [
    ['stick', 'STICK'],
    ['bundle', 'export', 'Garden', '--out', 'circle.nst'],
    ['bundle', 'import', 'circle.nst'],
    ['join', '--answer', 'answer.nst'],
  ]) {
    const stop = new AbortController()
    const told: string[] = []
    const ended: string[] = []
    const stderr = { write: (text: string) => told.push(text) }
    const long = async (_input: unknown, { signal }: { signal?: AbortSignal }) => {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
      ended.push(argv.join(' '))
      return accept({})
    }
    const underWay = async () => {
      if (told.some((line) => line.includes('42 %'))) stop.abort()
      return accept([{ work: 'stick', place: '/media/STICK', done: 0.42 }])
    }
    const { run, opened } = fakeWorld(
      {
        'stick.sync': long,
        'bundle.export': long,
        'bundle.import': long,
        'join.answer': long,
        'bundle.underWay': underWay,
      },
      { signal: stop.signal, stderr },
    )
    expect(await run(...argv)).toMatchObject({ code: 1 })
    expect(told.join('')).toContain('Stopped before it was done')
    expect(ended).toEqual([argv.join(' ')])
    expect(opened.open).toBe(0)
  }
})
