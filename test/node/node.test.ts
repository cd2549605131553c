import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { StoreError } from '../../src/log/store-error.ts'
import { bundleCommands } from '../../src/node/commands/bundles.ts'
import type { RunningNode } from '../../src/node/node.ts'
import { openNode } from '../../src/node/open-node.ts'
import { chanceOf } from '../helpers/chance.ts'
import { testFolder } from '../helpers/folder.ts'

const GARDEN = { name: 'Garden', aim: 'to grow food', domain: null }

let starts = 0

async function opened(folder: string): Promise<RunningNode> {
  const chance = chanceOf(`ana ${(starts += 1)}`)
  const node = await openNode({
    folder,
    clock: () => 1_700_000_000_000,
    chance,
    ackInterval: 0,
    patience: 1,
    warn: () => undefined,
  })
  if (!node.ok) throw new Error(node.refusal.code)
  onTestFinished(() => node.value.close().catch(() => undefined))
  return node.value
}

async function ana(): Promise<RunningNode> {
  const node = await opened(await testFolder())
  await node.createProfile('Ana')
  return node
}

async function garden(node: RunningNode) {
  const founded = await node.found(GARDEN)
  if (!founded.ok) throw new Error(founded.refusal.code)
  return founded.value
}

const question = (text: string) => ({
  type: 'proposal.presented' as const,
  body: {
    content: {
      title: text,
      text,
      driver: null,
      answers: null,
      review: '2030-01-01',
      criteria: [],
      owner: null,
      changes: null,
      effect: null,
    },
  },
})

it('makes one way to others, whoever asks for it at the same time', async () => {
  const node = await ana()
  const [one, other] = await Promise.all([node.meet(), node.meet()])
  expect(one).toBe(other)
  expect(node.meeting()).toBe(one)
})

it('keeps nothing of a circle whose first word could not be written', async () => {
  const node = await ana()
  const { durably } = node.store
  const full = new StoreError('disk-full', node.store.folder, new Error('no space left'))
  Object.assign(node.store, { durably: () => Promise.reject(full) })
  expect(await node.found(GARDEN).catch(() => 'broken')).toBe('broken')
  Object.assign(node.store, { durably })
  await node.close()
  const again = await opened(node.options.folder)
  expect([again.sessions(), again.damaged()]).toEqual([[], []])
})

it('lets nobody else on the machine read the store, in whatever folder it is', async () => {
  const folder = join(await testFolder(), 'data')
  await mkdir(folder, { mode: 0o755 })
  await opened(folder)
  expect((await stat(join(folder, 'store'))).mode & 0o077).toBe(0)
})

it('says nothing in a circle that is not wholly here', async () => {
  const session = await garden(await ana())
  Object.defineProperty(session.follower, 'caughtUp', { get: () => false })
  expect(await session.say(question('A'))).toEqual({ ok: false, refusal: { code: 'not-writable-yet' } })
})

it('goes on with the chain of its words after one that was kept and could not be read back at once', async () => {
  const session = await garden(await ana())
  const { follower } = session
  const settle = follower.settle.bind(follower)
  follower.settle = () => Promise.reject(new Error('the disk did not answer'))
  await expect(session.say(question('A'))).rejects.toThrow('the disk')
  follower.settle = settle
  expect(await session.say(question('B'))).toMatchObject({ ok: true })
  expect(follower.entries.map((entry) => 'event' in entry)).toEqual([true, true, true])
})

it('invites nobody where the log takes no more writers', async () => {
  const session = await garden(await ana())
  expect(session.mayInvite()).toBeNull()
  Object.defineProperty(session.log, 'full', { get: () => true })
  expect(session.mayInvite()).toEqual({ code: 'circle-full' })
})

it('clears what a crash left of a bundle that was being read', async () => {
  const folder = await testFolder()
  await mkdir(join(folder, 'scratch', 'bundle-x1', 'db'), { recursive: true })
  await opened(folder)
  expect(await readdir(folder)).not.toContain('scratch')
})

it('says of a bundle whether it is the whole circle', async () => {
  const node = await ana()
  const { circle, log } = await garden(node)
  const file = join(await testFolder(), 'garden.bundle')
  const hand = async () => bundleCommands(node).export({ circle: circle.id, file }, {})
  expect(await hand()).toMatchObject({ value: { whole: true, events: 1 } })
  Object.assign(log.copy, { whole: () => false })
  expect(await hand()).toMatchObject({ value: { whole: false } })
})
