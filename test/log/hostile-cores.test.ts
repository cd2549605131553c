import { describe, expect, it } from 'vitest'
import type Hypercore from 'hypercore'
import { hash, toHex } from '../../src/log/crypto.ts'
import { oplogBlock, ownCore, type Heads } from '../helpers/hostile.ts'
import { agreed, circleOf, connect, until, type Device } from '../helpers/logs.ts'

type Scene = { core: Hypercore; own: Uint8Array; ana: Device; ben: Device; anaLength: number }
type Attack = (scene: Scene) => Promise<Buffer[]> | Buffer[]

/** Blocks of these that still count. */
const COUNTED: Record<string, number> = { 'a head inside its own batch': 2 }

const bytes = (name: string, size: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.ceil(size / 32) }, (_, n) => hash(Buffer.from(`${name} ${n}`)))).subarray(
    0,
    size,
  )

const lastBlock = async (core: Hypercore): Promise<Buffer> =>
  Buffer.from((await core.get(core.length - 1)) ?? Buffer.alloc(0))

const bend = (block: Buffer, at: number, bit = 1): Buffer => {
  const bent = Buffer.from(block)
  bent[at]! ^= bit
  return bent
}

const head = (key: Uint8Array, length: number): Heads[number] => ({ key, length })
const chained = ({ core, own }: Scene, node: Parameters<typeof oplogBlock>[0] = {}, over = {}) =>
  oplogBlock({ heads: [head(own, core.length)], ...node }, over)

/** Each has 2 good values before it. The writer's log is frozen there, for all, before and after a restart. */
const FREEZING: Record<string, Attack> = {
  'random bytes': () => [bytes('noise', 300)],
  'one byte': () => [Buffer.from([2])],
  'an empty block': () => [Buffer.alloc(0)],
  zeros: () => [Buffer.alloc(200)],
  'a truncated block': async ({ core }) => [(await lastBlock(core)).subarray(0, -5)],
  'a block with something after it': async ({ core }) => [Buffer.concat([await lastBlock(core), Buffer.from([0])])],
  'version 255': async ({ core }) => [
    Buffer.concat([Buffer.from([0xfd, 255, 0]), (await lastBlock(core)).subarray(1)]),
  ],
  'version 1, which nobody writes any more': async ({ core }) => [
    Buffer.concat([Buffer.from([1]), (await lastBlock(core)).subarray(1)]),
  ],
  'a list of heads that claims 2^53 entries': () => [Buffer.from([2, 0xff, 255, 255, 255, 255, 255, 255, 31, 0])],
  'a list of heads that claims a million entries': () => [Buffer.from([2, 0xfe, 0, 0, 15, 0])],
  'a value that claims 2^63 bytes': () => [Buffer.from([2, 0, 1, 0xff, 255, 255, 255, 255, 255, 255, 255, 127])],
  'the same head twice': ({ core, own }) => [oplogBlock({ heads: [head(own, core.length), head(own, core.length)] })],
  'a head that is itself': ({ core, own }) => [oplogBlock({ heads: [head(own, core.length + 1)] })],
  'a head in its own future': ({ core, own }) => [oplogBlock({ heads: [head(own, core.length + 5)] })],
  'a head of length 0': ({ ana }) => [oplogBlock({ heads: [head(ana.log.baseKey, 0)] })],
  'a head of length 2^60': ({ ana }) => [
    Buffer.concat([Buffer.from([2, 1]), ana.log.baseKey, Buffer.from([0xff, 0, 0, 0, 0, 0, 0, 0, 16, 1, 1, 120, 0])]),
  ],
  'a batch of 0': (scene) => [chained(scene, { batch: 0 })],
  'a batch that jumps from 3 to 1': (scene) => [
    chained(scene, { batch: 3 }),
    oplogBlock({ heads: [head(scene.own, scene.core.length + 1)], batch: 1 }),
  ],
  'a batch that grows': (scene) => [
    chained(scene, { batch: 2 }),
    oplogBlock({ heads: [head(scene.own, scene.core.length + 1)], batch: 3 }),
  ],
  'a batch that never ends': (scene) => [chained(scene, { batch: 2 ** 40 })],
  'a batch with foreign heads inside': (scene) => [
    chained(scene, { batch: 2 }),
    oplogBlock({ heads: [head(scene.own, scene.core.length + 1), head(scene.ana.log.baseKey, 1)] }),
  ],
  'a head inside its own batch': ({ core, own }) => [
    oplogBlock({ heads: [head(own, core.length)], batch: 2 }),
    oplogBlock({ heads: [head(own, core.length + 1)], batch: 1 }),
    oplogBlock({ heads: [head(own, core.length + 1)], batch: 1 }),
  ],
  "a head inside another's batch": ({ core, own, ana, anaLength }) => [
    oplogBlock({ heads: [head(own, core.length), head(ana.log.baseKey, anaLength - 1)] }),
  ],
  'a checkpoint from who is no indexer': (scene) => [
    chained(
      scene,
      {},
      {
        checkpoint: {
          system: { checkpointer: 0, checkpoint: { signature: bytes('s', 64), length: 3 } },
          encryption: null,
          user: null,
        },
      },
    ),
  ],
  'an optimistic block': (scene) => [chained(scene, {}, { optimistic: true })],
}

/** Not damaged, so nothing is frozen; all take it or leave it alike. */
const HARMLESS: Record<string, Attack> = {
  'garbage as a digest': (scene) => [chained(scene, {}, { digest: { pointer: 2 ** 40, key: bytes('d', 32) } })],
  'a trace to blocks that are not there': (scene) => [
    chained(
      scene,
      {},
      {
        trace: {
          system: [2 ** 40, 1],
          encryption: [7],
          user: [
            { view: 9, blocks: [1] },
            { view: 0, blocks: [2 ** 50] },
          ],
        },
      },
    ),
  ],
  'no heads at all, many times': () => Array.from({ length: 5 }, () => oplogBlock({})),
  'a head of a log that is not there': (scene) => [chained(scene, { heads: [head(bytes('nobody', 32), 3)] })],
  'a head that another has not written yet': ({ core, own, ana }) => [
    oplogBlock({ heads: [head(own, core.length), head(ana.log.baseKey, 5000)] }),
  ],
  'heads that name the view and the system': ({ ana }) => [
    oplogBlock({ heads: [head(ana.log.base.core.key, 1), head(ana.log.view.key, 1)] }),
  ],
  'a value that is empty': (scene) => [chained(scene, { value: null })],
}

async function play(attack: Attack): Promise<{ ana: Device; ben: Device; mallory: string; good: number }> {
  const [ana, ben, mallory] = (await circleOf('ana', 'ben', 'mallory')) as [Device, Device, Device]
  await ana.append('together 1', 'together 2')
  await mallory.append('good 1')
  await mallory.append('good 2')
  const invitation = ana.invitation
  await mallory.log.close()
  const core = await ownCore(mallory, invitation)
  const good = core.length
  const scene = { core, own: core.key, ana, ben, anaLength: ana.log.base.local.length }
  for (const block of await attack(scene)) await core.append(block)
  connect(mallory, ana)
  connect(mallory, ben)
  connect(ana, ben)
  for (const one of [ana, ben]) await until(one, () => hasAll(one, core))
  return { ana, ben, mallory: toHex(core.key), good }
}

async function hasAll(one: Device, core: Hypercore): Promise<boolean> {
  const copy = (await one.log.copy.writerCores()).find(({ key }) => Buffer.compare(key, core.key) === 0)
  return copy?.core.contiguousLength === core.length
}

async function goOn(ana: Device, ben: Device, word: string, entries: number): Promise<string[]> {
  await ana.append(`${word} ana`)
  await ben.append(`${word} ben`)
  return await agreed([ana, ben], entries)
}

describe('a member who writes below Autobase', () => {
  it.each(Object.entries(FREEZING))('%s: is frozen there, and everybody goes on', async (name, attack) => {
    const { ana, ben, mallory, good } = await play(attack)
    const damaged = [{ writer: mallory, length: good + (COUNTED[name] ?? 0), forked: false }]
    for (const one of [ana, ben]) {
      await until(one, () => one.log.damaged().length > 0)
      expect(one.log.damaged()).toEqual(damaged)
    }
    const order = await goOn(ana, ben, 'still', 6)
    for (const one of [ana, ben]) await one.restart()
    connect(ana, ben)
    const after = await goOn(ana, ben, 'again', 8)
    expect(after.filter((entry) => order.includes(entry))).toHaveLength(order.length)
    for (const one of [ana, ben]) {
      await until(one, () => one.log.damaged().length > 0)
      expect(one.log.damaged()).toEqual(damaged)
    }
    expect([...ana.faults, ...ben.faults]).toEqual([])
  })

  it.each(Object.entries(HARMLESS))('%s: harms nobody', async (_name, attack) => {
    const { ana, ben } = await play(attack)
    await goOn(ana, ben, 'still', 6)
    for (const one of [ana, ben]) await one.restart()
    connect(ana, ben)
    await goOn(ana, ben, 'again', 8)
    expect([...ana.log.damaged(), ...ben.log.damaged()]).toEqual([])
    expect([...ana.faults, ...ben.faults]).toEqual([])
  })

  it('bends bits of a valid block, and is taken or frozen by all alike', async () => {
    const { ana, ben } = await play(async ({ core }) => {
      const block = await lastBlock(core)
      return Array.from({ length: 3 }, (_, n) => bend(block, (n * 37) % block.length, 1 << (n % 8)))
    })
    await goOn(ana, ben, 'still', 6)
    expect(ana.log.damaged()).toEqual(ben.log.damaged())
    expect([...ana.faults, ...ben.faults]).toEqual([])
  })
})
